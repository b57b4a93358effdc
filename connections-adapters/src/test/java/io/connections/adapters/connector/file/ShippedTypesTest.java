package io.connections.adapters.connector.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.connections.adapters.catalog.ShippedTypes;
import io.connections.adapters.connector.network.OutgoingAddressGuard;
import io.connections.adapters.connector.sftp.SftpConnector;
import io.connections.adapters.connector.sftp.SftpTestServer;
import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.Connector;
import io.connections.application.connection.port.TestReport;
import io.connections.application.connection.port.TestReport.Outcome;
import io.connections.application.goal.port.SourcePreview.Preview;
import io.connections.application.run.port.RecordSource;
import io.connections.application.run.port.RecordSource.Part;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.application.run.port.RecordSource.RecordReader;
import io.connections.application.run.port.RecordSource.SourceRecord;
import io.connections.application.run.port.RecordSource.SourceRecord.Good;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.PreparedColumn;
import io.connections.domain.catalog.PreparedGoal;
import io.connections.domain.catalog.SecretsSet;
import io.connections.domain.catalog.SetupField;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.goal.GoalCheck;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.InputRecord;
import io.connections.domain.goal.MappingPreview;
import io.connections.domain.kernel.Secret;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.ProfileProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every shipped type keeps, whatever it is of: its form, its guide, its sign-in against a
/// real server, and the reading of files laid out as the other system's documentation says.
@Tag("M2")
class ShippedTypesTest {
    private static final ConnectionTypes TYPES = ShippedTypes.loaded();
    private static final List<String> SECRET_WORDS =
            List.of("password", "passphrase", "secret", "token", "private key", "api key");
    private static final List<String> SECTIONS =
            List.of(
                    "What you need",
                    "Set up there",
                    "Set up here",
                    "Which files",
                    "How a file is laid out",
                    "What the columns become",
                    "Not documented",
                    "Sources");

    @TempDir Path folder;

    static List<String> types() {
        return ShippedTypes.ofSystems();
    }

    /// All but the general one, which is no system of its own.
    static Stream<String> named() {
        return types().stream().filter(id -> !id.equals("sftp"));
    }

    @ParameterizedTest
    @MethodSource("types")
    @Tag("M11")
    void whatLooksLikeASecretIsOne(String id) {
        assertThat(type(id).setup())
                .filteredOn(field -> !(field.kind() instanceof SetupField.Kind.Choice))
                .allSatisfy(
                        field ->
                                assertThat(field.isSecret())
                                        .as(field.label())
                                        .isEqualTo(looksLikeASecret(field)));
    }

    @ParameterizedTest
    @MethodSource("types")
    @Tag("M5")
    void anEmptyFormSaysEverythingThatIsNeeded(String id) {
        ConnectionType type = type(id);

        List<Violation> missing =
                type.form()
                        .missing(
                                type.form().initial(),
                                SecretsSet.of(Set.of()),
                                "/setup",
                                "/secrets");

        assertThat(missing)
                .extracting(Violation::pointer)
                .contains("/setup/host", "/setup/user", "/secrets/password");
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTypeSaysInOneLineWhatItDoesAndHelpsWithItsHost(String id) {
        ConnectionType type = type(id);

        assertThat(type.summary()).endsWith(".").hasSizeBetween(20, 120);
        assertThat(type.form().find("host").map(SetupField::help).orElse(""))
                .hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("types")
    void thePageHasItsGlyphAndTheNameOfItsCategory(String id) throws Exception {
        String glyphs = Files.readString(Path.of("../frontend/src/components/TypeLogo.tsx"));

        assertThat(glyphs).containsPattern("['\\s]" + type(id).logo() + "'?: \\[");
    }

    @ParameterizedTest
    @MethodSource("types")
    @Tag("M4")
    void itsGuideIsCalledAsItAndItsPicturesSayWhatTheyShow(String id) {
        String guide = TYPES.guide(new ConnectionTypeId(id)).orElse("");

        assertThat(guide).startsWith("# " + type(id).name() + "\n");
        assertThat(guide).contains("](pictures/").doesNotContain("![](");
        assertThat(guide.lines().filter(line -> line.startsWith("## "))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("named")
    @Tag("M4")
    void itsGuideHasItsSectionsAndNamesThePagesItComesFrom(String id) {
        String guide = TYPES.guide(new ConnectionTypeId(id)).orElse("");

        assertThat(guide.lines().filter(line -> line.startsWith("## ")))
                .containsExactlyElementsOf(SECTIONS.stream().map("## "::concat).toList());
        assertThat(guide.substring(guide.indexOf("## Sources")))
                .containsPattern("- \\*[^*]+\\*[^<]*<https?://[^ >]+>");
        type(id).goals()
                .forEach(
                        goal ->
                                assertThat(goal.columns())
                                        .allSatisfy(
                                                column ->
                                                        assertThat(guide)
                                                                .contains(
                                                                        "`"
                                                                                + column.property()
                                                                                        .value()
                                                                                + "`")));
    }

    @ParameterizedTest
    @MethodSource("types")
    @Tag("M21")
    void goodCredentialsSignInAndBadOnesAreRefusedSayingWhy(String id) throws Exception {
        try (SftpTestServer server = SftpTestServer.serving(folder)) {
            TestReport good = connector(id).test(access(id, server, "spring-rain"));
            TestReport bad = connector(id).test(access(id, server, "canary-of-the-night"));

            assertThat(good.passed()).as(good.toString()).isTrue();
            assertThat(bad.steps())
                    .filteredOn(step -> step.outcome() instanceof Outcome.Failed)
                    .extracting(TestReport.Step::id)
                    .containsExactly("sign-in");
            assertThat(bad.toString()).doesNotContain("canary-of-the-night");
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    @Tag("M14")
    void aFileLaidOutAsItsDocumentationSaysIsDiscovered(String id) throws Exception {
        TypeSample sample = sampleOf(id);
        try (SftpTestServer server = SftpTestServer.serving(folder)) {
            for (PreparedGoal goal : type(id).goals()) {
                Preview preview =
                        new FileSourcePreview(FileLimits.DEFAULT)
                                .preview(
                                        connector(id),
                                        access(id, server, "spring-rain"),
                                        goal.source());

                assertThat(preview.broken()).as(goal.name()).isEmpty();
                assertThat(preview.fields())
                        .as(goal.name())
                        .containsAll(goal.columns().stream().map(PreparedColumn::column).toList());
                assertThat(preview.files()).isNotEmpty();
                assertThat(sample.records()).containsKey(goal.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    @Tag("M14")
    void theFirstReadGivesTheRecordsAndEveryValueFitsItsProperty(String id) throws Exception {
        TypeSample sample = sampleOf(id);
        try (SftpTestServer server = SftpTestServer.serving(folder)) {
            for (PreparedGoal goal : type(id).goals()) {
                List<InputRecord> read = read(id, server, goal, Map.of()).records();

                assertSame(read, sample.records().getOrDefault(goal.name(), List.of()));
                ImportGoal complete = goal.goal(anId(), suggestedBy(goal));
                assertThat(refused(complete, goal, read)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    @Tag("M18")
    void readAgainFromEachSavedPositionTheFilesAreTheSame(String id) throws Exception {
        sampleOf(id);
        try (SftpTestServer server = SftpTestServer.serving(folder)) {
            for (PreparedGoal goal : type(id).goals()) {
                Reading first = read(id, server, goal, Map.of());

                for (Map<Part, Proof> saved : first.positions()) {
                    assertThat(said(read(id, server, goal, saved).records()))
                            .isEqualTo(said(first.records()));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    @Tag("M15")
    void aPreparedGoalIsCompleteOnceItsPropertiesExistAndMakesNoneItself(String id) {
        for (PreparedGoal goal : type(id).goals()) {
            List<ProfileProperty> suggested = suggestedBy(goal);

            assertThat(GoalCheck.problems(goal.goal(anId(), suggested), suggested, "")).isEmpty();
            assertThat(goal.goal(anId(), List.of()).mapping()).isEmpty();
        }
    }

    private static boolean looksLikeASecret(SetupField field) {
        String words = (field.id() + " " + field.label()).toLowerCase(Locale.ROOT);
        return SECRET_WORDS.stream().anyMatch(words::contains);
    }

    private static ConnectionType type(String id) {
        return TYPES.find(new ConnectionTypeId(id)).orElseThrow();
    }

    /// Puts the type's sample files on the server's folder. A type that has none says why.
    private TypeSample sampleOf(String id) throws Exception {
        TypeSample sample = TypeSample.of(id);
        assumeTrue(sample.skipped() == null, () -> id + ": " + sample.skipped());
        sample.putInto(folder);
        return sample;
    }

    private static Connector.Files connector(String id) {
        assertThat(type(id).connector()).isEqualTo("sftp");
        return new SftpConnector(
                new OutgoingAddressGuard(Optional.of(List.of("127.0.0.0/8"))),
                Duration.ofSeconds(10));
    }

    /// What the type fills in, with the test server's place and host key.
    private static Access access(String id, SftpTestServer server, String password) {
        Map<String, String> setup = new HashMap<>(type(id).form().initial().values());
        setup.put("host", server.host());
        setup.put("port", Integer.toString(server.port()));
        setup.put("user", "shop");
        setup.put("hostKey", server.hostKeyFingerprint());
        return new Access(
                type(id).form().kept(new SetupValues(setup)),
                Map.of("password", new Secret(password)));
    }

    /// @param positions after each record, how far each part had been read
    private record Reading(List<InputRecord> records, List<Map<Part, Proof>> positions) {}

    private static Reading read(
            String id, SftpTestServer server, PreparedGoal goal, Map<Part, Proof> saved)
            throws Exception {
        List<InputRecord> records = new ArrayList<>();
        List<Map<Part, Proof>> positions = new ArrayList<>();
        try (RecordSource source =
                new FileRecordSources(FileLimits.DEFAULT)
                        .files(connector(id), access(id, server, "spring-rain"), goal.source())) {
            for (Part part : source.parts()) {
                try (RecordReader reader =
                        source.open(part, Optional.ofNullable(saved.get(part)))) {
                    for (Optional<SourceRecord> next = reader.next();
                            next.isPresent();
                            next = reader.next()) {
                        assertThat(next.get()).isInstanceOf(Good.class);
                        records.add(((Good) next.get()).record());
                        positions.add(Map.of(part, reader.proof()));
                    }
                }
            }
        }
        return new Reading(records, positions);
    }

    private static void assertSame(List<InputRecord> read, List<Map<String, String>> expected) {
        assertThat(read).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            InputRecord record = read.get(i);
            expected.get(i)
                    .forEach(
                            (field, value) ->
                                    assertThat(record.values(field))
                                            .as(field)
                                            .containsExactly(value));
        }
    }

    private static List<String> said(List<InputRecord> records) {
        return records.stream().map(record -> record.line() + " " + record.fields()).toList();
    }

    /// What a run would say of values that it would refuse.
    private static List<String> refused(
            ImportGoal complete, PreparedGoal goal, List<InputRecord> read) {
        assertThat(complete.mapping()).hasSameSizeAs(goal.columns());
        return read.stream()
                .flatMap(record -> MappingPreview.of(complete, suggestedBy(goal), record).stream())
                .flatMap(row -> row.problem().stream())
                .map(MappingPreview.Problem::message)
                .toList();
    }

    private static List<ProfileProperty> suggestedBy(PreparedGoal goal) {
        List<ProfileProperty> suggested = new ArrayList<>();
        for (PreparedColumn column : goal.columns()) {
            suggested.add(
                    new ProfileProperty(
                            column.property(),
                            suggested.size() + 1,
                            column.name(),
                            column.type(),
                            column.identifier(),
                            false));
        }
        return suggested;
    }

    private static GoalId anId() {
        return new GoalId(new UUID(0, 7));
    }
}
