package io.connections.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.connections.api.problem.ProblemType;
import io.connections.api.testing.ApiTest;
import io.connections.domain.kernel.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The document that integrators and the page's types are made from.
@ApiTest
@Tag("M13")
class OpenApiDocumentTest {
    private static final Path BUILT = Path.of("target/openapi");
    private static final Path PAGES = Path.of("../docs/problems");

    @Test
    void theCommittedDocumentIsTheBuiltOne() throws IOException {
        String built = Files.readString(BUILT.resolve("openapi.yaml"));

        String committed = Files.readString(Path.of("openapi/openapi.yaml"));

        assertThat(committed).as("run ./connections api and look at what changed").isEqualTo(built);
    }

    @Test
    void everyOperationHasANameASummaryAndItsProblems() throws IOException {
        List<String> lacking = new ArrayList<>();

        for (JsonNode path : document().path("paths")) {
            for (JsonNode operation : path) {
                String name = operation.path("operationId").asText();
                boolean complete =
                        !name.isEmpty()
                                && !operation.path("summary").asText().isEmpty()
                                && operation.path("responses").has("401")
                                && operation.path("responses").has("403");
                if (!complete) {
                    lacking.add(operation.toString());
                }
            }
        }

        assertThat(lacking).isEmpty();
    }

    @Test
    void everyAnswerButAnEmptyOneSaysWhatItHolds() throws IOException {
        List<String> silent = new ArrayList<>();

        for (JsonNode path : document().path("paths")) {
            for (JsonNode operation : path) {
                for (var answer : operation.path("responses").properties()) {
                    if (!answer.getKey().equals("204") && !answer.getValue().has("content")) {
                        silent.add(operation.path("operationId").asText() + answer.getKey());
                    }
                }
            }
        }

        assertThat(silent).isEmpty();
    }

    @Test
    void aHeaderThatIsInsistedOnIsRequired() throws IOException {
        List<String> optional = new ArrayList<>();

        for (JsonNode path : document().path("paths")) {
            for (JsonNode operation : path) {
                for (JsonNode parameter : operation.path("parameters")) {
                    if (parameter.path("in").asText().equals("header")
                            && !parameter.path("required").asBoolean()) {
                        optional.add(operation.path("operationId").asText());
                    }
                }
            }
        }

        // Whoever makes a connection without a key makes another by repeating it.
        assertThat(optional).containsExactly("createConnection");
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonNode document = document();

        List<String> broken =
                document.findValuesAsText("$ref").stream()
                        .distinct()
                        .filter(reference -> document.at(reference.substring(1)).isMissingNode())
                        .toList();

        assertThat(broken).isEmpty();
    }

    @Test
    void everyFailureIsAProblemOfItsOwn() {
        Set<String> failures =
                new ClassFileImporter()
                        .importPackages("io.connections").stream()
                                .filter(type -> type.isAssignableTo(Failure.class))
                                .filter(
                                        type ->
                                                !type.getModifiers()
                                                        .contains(JavaModifier.ABSTRACT))
                                .map(JavaClass::getFullName)
                                .collect(Collectors.toSet());

        List<String> known =
                Arrays.stream(ProblemType.values())
                        .flatMap(type -> type.failure().stream())
                        .map(Class::getName)
                        .toList();

        assertThat(known).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(failures);
    }

    @Test
    void everyProblemHasItsPageAndEveryPageItsProblem() throws IOException {
        List<String> codes = Arrays.stream(ProblemType.values()).map(ProblemType::code).toList();

        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(codes);
        }
    }

    @Test
    void everyProblemOfAUseCaseStandsAtAnOperation() throws IOException {
        String operations = document().path("paths").toString();

        List<String> nowhere =
                Arrays.stream(ProblemType.values())
                        .filter(type -> type.failure().isPresent())
                        // It becomes the problem of a run, whose answers are ordinary ones.
                        .filter(type -> type != ProblemType.GOAL_INCOMPLETE)
                        // Only the website tag is told, whose endpoints are none of the API's.
                        .filter(type -> type != ProblemType.PAGE_OF_ANOTHER_SITE)
                        .filter(type -> type != ProblemType.COLLECTOR_BUSY)
                        .map(ProblemType::uri)
                        .filter(uri -> !operations.contains(uri))
                        .toList();

        assertThat(nowhere).isEmpty();
    }

    private static JsonNode document() throws IOException {
        return new ObjectMapper().readTree(BUILT.resolve("openapi.json").toFile());
    }
}
