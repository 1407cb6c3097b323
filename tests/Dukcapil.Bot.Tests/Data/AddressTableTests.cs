using System.Text.RegularExpressions;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Data;

/// <summary>Where a resident's address changes or is emptied, no table that names one is forgotten.</summary>
public sealed class AddressTableTests(QuietBot bot) : IClassFixture<QuietBot>
{
    [Theory]
    // What happened to an address stays with it; its conversation is the kept one's.
    [InlineData("merge_addresses", "address_doubts address_events conversations")]
    // The resident goes on writing: identifiers and conversation stay.
    [InlineData("erase_address", "address_aliases conversations address_doubts")]
    public async Task Routine_lists_every_table_that_names_an_address(string routine, string left)
    {
        var tables = (await bot.ReadAsync<string[]>("""
            select array_agg(distinct conrelid::regclass::text) from pg_constraint where contype = 'f' and confrelid = 'addresses'::regclass
            """)).Except(left.Split(' '), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        tables.Count.ShouldBeGreaterThan(10);
        var sql = Routine.All.Single(one => one.Name == routine).Sql;
        tables.Where(table => !Regex.IsMatch(
            sql, $@"update {table} (\w+ )?set[^;]*\baddress_id = ", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))).ShouldBeEmpty();
    }
}
