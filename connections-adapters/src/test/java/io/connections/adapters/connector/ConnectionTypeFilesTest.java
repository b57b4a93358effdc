package io.connections.adapters.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M4")
class ConnectionTypeFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/connection-types");

    static List<String> types() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTypesFileIsValid(String type) throws IOException {
        String text = Files.readString(FOLDER.resolve(type + ".yaml"));

        assertThat(schema().validate(text, InputFormat.YAML)).isEmpty();
        assertThat(text).startsWith("id: " + type + "\n");
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTypeShipsItsSetupGuide(String type) throws IOException {
        try (var guide = getClass().getResourceAsStream("/connection-types/" + type + ".md")) {
            assertThat(guide).isNotNull();
            assertThat(guide.readAllBytes())
                    .isEqualTo(
                            Files.readAllBytes(Path.of("../docs/connection-types", type + ".md")));
        }
    }

    @Test
    void theIndexNamesEveryType() throws IOException {
        assertThat(Files.readAllLines(FOLDER.resolve("index")))
                .containsExactlyInAnyOrderElementsOf(types());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: SECRET, initial: s3cret",
                "kind: CHOICE",
                "kind: TEXT, min: 1",
                "kind: PASSWORD",
                "kind: TEXT, colour: red"
            })
    void aFieldThatMakesNoSenseIsRefused(String field) throws IOException {
        String text =
                Files.readString(FOLDER.resolve("sftp.yaml"))
                        + "  - { id: odd, label: Odd, "
                        + field
                        + " }\n";

        assertThat(schema().validate(text, InputFormat.YAML)).isNotEmpty();
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        Files.readString(FOLDER.resolve("connection-type.schema.json")),
                        InputFormat.JSON);
    }
}
