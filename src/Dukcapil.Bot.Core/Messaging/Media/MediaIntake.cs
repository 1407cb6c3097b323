using Dukcapil.Bot.Core.Messaging.Provider;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Core.Messaging.Media;

/// <summary>
/// Fetches what residents sent, once: checks the content, stores it sealed, then deletes the provider's copy. What cannot be used is told
/// to the resident with its reason; what cannot be reached is tried again. What its sender calls a voice note, a video or a contact card is
/// answered only now, by its bytes; where they are not to be had, by its name.
/// </summary>
public sealed class MediaIntake(
    MediaQueue queue, MediaFetcher fetcher, MessageClient twilio, TimeProvider time, ILogger<MediaIntake> logger)
{
    private const int Batch = 8;
    private const int MostTries = 8;

    /// <summary>Works on what is due. Returns the residents who have news in their inbox, and how many files there were.</summary>
    public async Task<(IReadOnlyList<long> Told, int Handled)> RunAsync(CancellationToken cancellationToken)
    {
        var claimed = await queue.ClaimAsync(Batch, cancellationToken);
        var told = new List<long>();
        await Parallel.ForEachAsync(claimed, cancellationToken, async (media, token) =>
        {
            if (!await HandleAsync(media, token))
                lock (told) told.Add(media.AddressId);
        });
        return (told, claimed.Count);
    }

    /// <summary>
    /// Works on one file; false when there is news for the resident. A fault concerns this file alone: its claim runs out.
    /// </summary>
    private async Task<bool> HandleAsync(ClaimedMedia media, CancellationToken cancellationToken)
    {
        try
        {
            if (!media.IsSettled) return await FetchAsync(media, cancellationToken);
            await DeleteAtProviderAsync(media, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.LogError(fault, "File {MediaId} could not be handled, try {Attempt}", media.Id, media.Attempt);
        }

        return true;
    }

    /// <summary>Fetches one file; false when there is news for the resident.</summary>
    private async Task<bool> FetchAsync(ClaimedMedia media, CancellationToken cancellationToken)
    {
        var isLabelled = InboundKinds.OfMedia(media.Label) != InboundKind.Media;
        if (isLabelled && await queue.MessageOfAsync(media, cancellationToken) is { Other: { } name } message)
            return await JudgeAsync(media, message, name, cancellationToken);
        switch (await fetcher.FetchAsync(media.Url, cancellationToken))
        {
            case MediaFetch.FetchedMedia fetched:
                await queue.StoreAsync(media.Id, fetched, null, cancellationToken);
                await DeleteAtProviderAsync(media, cancellationToken);
                return true;
            case MediaFetch.Failed { Reason: MediaFailure.Unreachable or MediaFailure.Denied } failed when media.Attempt < MostTries:
                logger.LogWarning("File {MediaId} could not be fetched ({Reason}), try {Attempt}", media.Id, failed.Reason, media.Attempt);
                await queue.PostponeAsync(media.Id, time.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(3, media.Attempt)), cancellationToken);
                return true;
            case MediaFetch.Failed failed:
                logger.LogInformation("File {MediaId} is refused: {Reason}", media.Id, failed.Reason);
                await queue.RejectAsync(media, ReasonKey(failed.Reason), isAnswered: true, cancellationToken);
                return false;
            default:
                throw new InvalidOperationException("Unexpected outcome of a download.");
        }
    }

    private async Task<bool> JudgeAsync(ClaimedMedia media, IncomingContent message, string nameKey, CancellationToken cancellationToken)
    {
        var found = await fetcher.FetchAsync(media.Url, cancellationToken);
        if (found is MediaFetch.FetchedMedia fetched)
        {
            var photo = new IncomingContent { Text = message.Text, Files = [new IncomingFile(media.Id, "", fetched.ContentType)] };
            await queue.StoreAsync(media.Id, fetched, photo, cancellationToken);
            await DeleteAtProviderAsync(media, cancellationToken);
            return false;
        }

        var reasonKey = found is MediaFetch.Failed { Reason: MediaFailure.Voice or MediaFailure.Video or MediaFailure.Contact } other
            ? ReasonKey(other.Reason)
            : nameKey;
        await queue.RejectAsync(media, reasonKey, isAnswered: false, cancellationToken);
        return false;
    }

    private async Task DeleteAtProviderAsync(ClaimedMedia media, CancellationToken cancellationToken)
    {
        try
        {
            if (SidsOf(media.Url) is var (message, file)) await twilio.DeleteMediaAsync(message, file, cancellationToken);
            await queue.MarkProviderDeletedAsync(media.Id, cancellationToken);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException
                                      || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            logger.LogWarning("The provider's copy of {MediaId} is not deleted yet: {Fault}", media.Id, fault.GetType().Name);
            await queue.PostponeAsync(
                media.Id, time.GetUtcNow() + TimeSpan.FromMinutes(Math.Min(60, 5 * media.Attempt)), cancellationToken);
        }
    }

    /// <summary>The ids in a link <c>…/Messages/{MM…}/Media/{ME…}</c>; null for any other, where nothing can be deleted.</summary>
    private static (string Message, string File)? SidsOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var link)
            && link.AbsolutePath.Split('/') is [.., "Messages", var message, "Media", var file] ? (message, file) : null;

    private static string ReasonKey(MediaFailure reason) => reason switch
    {
        MediaFailure.TooLarge => "pesan.berkas-terlalu-besar",
        MediaFailure.NotAllowedType => "pesan.berkas-jenis",
        MediaFailure.Sticker => "pesan.berkas-stiker",
        MediaFailure.Voice => "mesin.tak-didukung.suara",
        MediaFailure.Video => "mesin.tak-didukung.video",
        MediaFailure.Contact => "mesin.tak-didukung.kontak",
        _ => "pesan.berkas-hilang",
    };
}
