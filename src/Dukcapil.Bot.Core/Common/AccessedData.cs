namespace Dukcapil.Bot.Core.Common;

/// <summary>Personal data that somebody looked at. The names are stored in lower case.</summary>
public enum AccessedData
{
    /// <summary>The page of a case.</summary>
    Case,

    /// <summary>NIK and No. KK in full.</summary>
    Numbers,

    /// <summary>A photo.</summary>
    File,

    /// <summary>The text of a message.</summary>
    Message,

    /// <summary>A person of the register in full.</summary>
    Person,

    /// <summary>The rows that an import did not take.</summary>
    Rejections,

    /// <summary>A complaint.</summary>
    Complaint,
}
