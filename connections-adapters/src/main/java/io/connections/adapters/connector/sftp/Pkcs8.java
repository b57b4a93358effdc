package io.connections.adapters.connector.sftp;

import io.connections.domain.kernel.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.security.KeyPair;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/// Private keys in PKCS#8, as OpenSSL and Java write them. The SSH library's own reader knows no
/// Ed25519 key there, and no EC key without its public half.
final class Pkcs8 {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private Pkcs8() {}

    static boolean isIn(String text) {
        return text.contains("-----BEGIN PRIVATE KEY")
                || text.contains("-----BEGIN ENCRYPTED PRIVATE KEY");
    }

    /// Fails where the text holds no such key, or one that the passphrase does not open.
    static KeyPair read(String text, Optional<Secret> passphrase) throws IOException {
        PrivateKeyInfo info = decrypted(text, passphrase);
        AsymmetricKeyParameter publicHalf;
        try {
            publicHalf = publicHalf(PrivateKeyFactory.createKey(info));
        } catch (RuntimeException e) {
            // so it says that it does not know an algorithm
            throw new IOException(e);
        }
        JcaPEMKeyConverter keys = new JcaPEMKeyConverter().setProvider(PROVIDER);
        return new KeyPair(
                keys.getPublicKey(
                        SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicHalf)),
                keys.getPrivateKey(info));
    }

    private static PrivateKeyInfo decrypted(String text, Optional<Secret> passphrase)
            throws IOException {
        try (PEMParser pem = new PEMParser(new StringReader(text))) {
            return switch (pem.readObject()) {
                case PrivateKeyInfo plain -> plain;
                case PKCS8EncryptedPrivateKeyInfo encrypted ->
                        encrypted.decryptPrivateKeyInfo(
                                new JceOpenSSLPKCS8DecryptorProviderBuilder()
                                        .setProvider(PROVIDER)
                                        .build(
                                                passphrase
                                                        .map(Secret::reveal)
                                                        .orElse("")
                                                        .toCharArray()));
                case null, default -> throw new IOException("no private key in PKCS#8");
            };
        } catch (OperatorCreationException | PKCSException e) {
            throw new IOException(e);
        }
    }

    private static AsymmetricKeyParameter publicHalf(AsymmetricKeyParameter key)
            throws IOException {
        return switch (key) {
            case Ed25519PrivateKeyParameters ed25519 -> ed25519.generatePublicKey();
            case ECPrivateKeyParameters ec ->
                    new ECPublicKeyParameters(
                            ec.getParameters().getG().multiply(ec.getD()), ec.getParameters());
            case RSAPrivateCrtKeyParameters rsa ->
                    new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent());
            default -> throw new IOException("neither an Ed25519 nor an EC nor an RSA key");
        };
    }
}
