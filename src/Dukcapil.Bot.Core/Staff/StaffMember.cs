using Dukcapil.Bot.Alur;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Staff;

/// <summary>An account of somebody who works at the office.</summary>
public sealed class StaffMember : IdentityUser<Guid>
{
    /// <summary>The name colleagues read.</summary>
    public required string FullName { get; set; }

    /// <summary>The desk.</summary>
    public required StaffRole Role { get; set; }

    /// <summary>May also see the pages on jobs and messages and manage accounts.</summary>
    public bool IsAdmin { get; set; }
}

internal sealed class StaffMemberMapping : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> entity)
    {
        entity.ToTable("staff");
        entity.Property(member => member.Role).HasConversion<string>();
        entity.Property(member => member.UserName).IsRequired();
        entity.Property(member => member.NormalizedUserName).IsRequired();
        entity.Property(member => member.ConcurrencyStamp).IsConcurrencyToken();
        // The office's accounts have no mail, telephone or second factor yet.
        entity.Ignore(member => member.Email).Ignore(member => member.NormalizedEmail).Ignore(member => member.EmailConfirmed)
            .Ignore(member => member.PhoneNumber).Ignore(member => member.PhoneNumberConfirmed).Ignore(member => member.TwoFactorEnabled);
    }
}
