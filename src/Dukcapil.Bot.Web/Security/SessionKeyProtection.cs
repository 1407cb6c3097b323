using System.Xml.Linq;
using Dukcapil.Bot.Core.Data.Protection;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Dukcapil.Bot.Web.Security;

/// <summary>Encrypts the data protection keys at rest, so that a copy of the database alone does not allow forging a session.</summary>
internal sealed class SessionKeyEncryptor(PersonalDataCipher cipher) : IXmlEncryptor
{
    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var bytes = cipher.Encrypt(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new EncryptedXmlInfo(new XElement("sealedKey", Convert.ToBase64String(bytes)), typeof(SessionKeyDecryptor));
    }
}

/// <summary>Reads what <see cref="SessionKeyEncryptor"/> wrote. Made by the framework, which knows only the name of the type.</summary>
internal sealed class SessionKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<PersonalDataCipher>().DecryptText(Convert.FromBase64String(encryptedElement.Value)));
}
