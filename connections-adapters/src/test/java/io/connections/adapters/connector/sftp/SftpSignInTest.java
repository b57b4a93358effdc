package io.connections.adapters.connector.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.connector.network.OutgoingAddressGuard;
import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.TestReport;
import io.connections.application.connection.port.TestReport.Outcome;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.kernel.Secret;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Keys as people have them, against a real server.
@Tag("M21")
class SftpSignInTest {
    private static final String PASSPHRASE = "correct horse";

    @TempDir Path folder;

    private final SftpConnector connector =
            new SftpConnector(
                    new OutgoingAddressGuard(Optional.of(List.of("127.0.0.0/8"))),
                    Duration.ofSeconds(10));
    private SftpTestServer server;

    @BeforeEach
    void start() {
        server = SftpTestServer.serving(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048", "EC, 256", "EC, 521", "Ed25519, 255"})
    void anOpenSshKeyWithAndWithoutPassphrase(String algorithm, int size) throws Exception {
        KeyPair key = SftpTestServer.newKey(algorithm, size);
        server.withKey("robot", key.getPublic());

        TestReport plain = signIn(Map.of("privateKey", openSsh(key, "")));
        TestReport encrypted =
                signIn(Map.of("privateKey", openSsh(key, PASSPHRASE), "passphrase", PASSPHRASE));

        assertThat(plain.passed()).as(plain.toString()).isTrue();
        assertThat(encrypted.passed()).as(encrypted.toString()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048", "EC, 256"})
    void aPemKeyWithAndWithoutPassphrase(String algorithm, int size) throws Exception {
        // Unlike the JDK it writes the public half into an EC key, as OpenSSL does.
        KeyPairGenerator generator =
                KeyPairGenerator.getInstance(algorithm, new BouncyCastleProvider());
        generator.initialize(size);
        KeyPair key = generator.generateKeyPair();
        server.withKey("robot", key.getPublic());

        TestReport plain = signIn(Map.of("privateKey", pem(key, "")));
        TestReport encrypted =
                signIn(Map.of("privateKey", pem(key, PASSPHRASE), "passphrase", PASSPHRASE));

        assertThat(plain.passed()).as(plain.toString()).isTrue();
        assertThat(encrypted.passed()).as(encrypted.toString()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048", "EC, 256", "EC, 521", "Ed25519, 255"})
    void aPkcs8KeyWithAndWithoutPassphrase(String algorithm, int size) throws Exception {
        KeyPair key = SftpTestServer.newKey(algorithm, size);
        server.withKey("robot", key.getPublic());

        TestReport plain = signIn(Map.of("privateKey", pkcs8(key, "")));
        TestReport encrypted =
                signIn(Map.of("privateKey", pkcs8(key, PASSPHRASE), "passphrase", PASSPHRASE));

        assertThat(plain.passed()).as(plain.toString()).isTrue();
        assertThat(encrypted.passed()).as(encrypted.toString()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"RSA, 3072", "EC, 256", "EC, 384", "EC, 521", "Ed25519, 255"})
    void aHostKeyIsLearntAndFromThenOnTheOnlyOneAccepted(String algorithm, int size) {
        server.withPassword("robot", "rain").showing(SftpTestServer.newKey(algorithm, size));
        Map<String, String> password = Map.of("password", "rain");

        TestReport learning = signIn("PASSWORD", password, "");
        TestReport pinned = signIn("PASSWORD", password, server.hostKeyFingerprint());
        String before = server.hostKeyFingerprint();
        server.showing(SftpTestServer.newKey(algorithm, size));
        TestReport changed = signIn("PASSWORD", password, before);

        assertThat(learning.passed()).as(learning.toString()).isTrue();
        assertThat(learning.pins()).containsEntry("hostKey", before);
        assertThat(pinned.passed()).as(pinned.toString()).isTrue();
        assertThat(changed.passed()).isFalse();
        assertThat(changed.toString()).contains("pinned is " + before);
    }

    @Test
    void aKeyOfAKindThatIsNotUnderstoodIsSaid() throws Exception {
        KeyPair key = SftpTestServer.newKey("DSA", 2048);

        TestReport report = signIn(Map.of("privateKey", pkcs8(key, "")));

        assertThat(stop(report)).contains("The private key could not be read");
    }

    @Test
    void aWrongOrMissingPassphraseIsSaidAndNeverShown() throws Exception {
        KeyPair key = SftpTestServer.newKey("RSA", 2048);
        server.withKey("robot", key.getPublic());

        for (String text :
                List.of(openSsh(key, PASSPHRASE), pem(key, PASSPHRASE), pkcs8(key, PASSPHRASE))) {
            TestReport wrong = signIn(Map.of("privateKey", text, "passphrase", "canary-phrase"));
            TestReport missing = signIn(Map.of("privateKey", text));

            assertThat(stop(wrong)).contains("passphrase is not its own");
            assertThat(stop(missing)).contains("it needs its passphrase");
            assertThat(wrong.toString()).doesNotContain("canary-phrase");
        }
    }

    @Test
    void aServerThatAsksForKeyAndPasswordGetsBoth() throws Exception {
        KeyPair key = SftpTestServer.newKey("EC", 256);
        server.withKey("robot", key.getPublic())
                .withPassword("robot", "rain")
                .askingFor("publickey,password");
        String text = openSsh(key, "");

        TestReport both = signIn("BOTH", Map.of("privateKey", text, "password", "rain"));
        TestReport keyAlone = signIn(Map.of("privateKey", text));
        TestReport wrongPassword = signIn("BOTH", Map.of("privateKey", text, "password", "sun"));

        assertThat(both.passed()).as(both.toString()).isTrue();
        assertThat(stop(keyAlone)).contains("this private key");
        assertThat(stop(wrongPassword)).contains("private key and password");
    }

    private TestReport signIn(Map<String, String> secrets) {
        return signIn("PRIVATE_KEY", secrets);
    }

    private TestReport signIn(String how, Map<String, String> secrets) {
        return signIn(how, secrets, server.hostKeyFingerprint());
    }

    private TestReport signIn(String how, Map<String, String> secrets, String hostKey) {
        Map<String, Secret> wrapped = new HashMap<>();
        secrets.forEach((field, value) -> wrapped.put(field, new Secret(value)));
        return connector.test(
                new Access(
                        new SetupValues(
                                Map.of(
                                        "host",
                                        server.host(),
                                        "port",
                                        Integer.toString(server.port()),
                                        "user",
                                        "robot",
                                        "signIn",
                                        how,
                                        "hostKey",
                                        hostKey)),
                        wrapped));
    }

    private static String stop(TestReport report) {
        return report.steps().stream()
                .filter(step -> step.id().equals("sign-in"))
                .map(TestReport.Step::outcome)
                .filter(Outcome.Failed.class::isInstance)
                .map(String::valueOf)
                .findFirst()
                .orElse("signed in");
    }

    private static String openSsh(KeyPair key, String passphrase) throws Exception {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        OpenSSHKeyEncryptionContext context = new OpenSSHKeyEncryptionContext();
        context.setCipherName("AES");
        context.setCipherType("256");
        context.setPassword(passphrase);
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
                key, "robot", passphrase.isEmpty() ? null : context, text);
        return text.toString(StandardCharsets.UTF_8);
    }

    private static String pem(KeyPair key, String passphrase) throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            if (passphrase.isEmpty()) {
                pem.writeObject(key.getPrivate());
            } else {
                pem.writeObject(
                        key.getPrivate(),
                        new JcePEMEncryptorBuilder("AES-256-CBC").build(passphrase.toCharArray()));
            }
        }
        return text.toString();
    }

    /// As `openssl genpkey` writes it.
    private static String pkcs8(KeyPair key, String passphrase) throws Exception {
        JceOpenSSLPKCS8EncryptorBuilder encryption =
                new JceOpenSSLPKCS8EncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                        .setProvider(new BouncyCastleProvider())
                        .setPRF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256))
                        .setPassword(passphrase.toCharArray());
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(
                    new JcaPKCS8Generator(
                            key.getPrivate(), passphrase.isEmpty() ? null : encryption.build()));
        }
        return text.toString();
    }
}
