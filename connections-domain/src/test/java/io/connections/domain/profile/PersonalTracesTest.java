package io.connections.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M28")
class PersonalTracesTest {
    private final PersonalTraces ann =
            new PersonalTraces(
                    Set.of("ann@shop.example", "+31612345678", "7"),
                    Set.of("Ann", "Oude Gracht 1", "Élodie"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@shop.example",
                "x,ann@shop.example,y",
                "{\"mail\":\"ANN@Shop.example\"}",
                "Write to ann@shop.example.",
                "<ann@shop.example>",
                "tel;+31612345678;",
                "'ann@shop.example'",
                "joann@shop.example or ann@shop.example"
            })
    void anIdentifierThatIsAWholeWordNamesThePerson(String text) {
        assertThat(ann.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "joann@shop.example",
                "jo.ann@shop.example",
                "ann@shop.example.org",
                "ann@shop.examples",
                "+316123456789",
                "Ann, Oude Gracht 1"
            })
    void aPartOfAnotherWordNamesNobody(String text) {
        assertThat(ann.isIn(text)).isFalse();
    }

    @Test
    void aShortIdentifierNamesThePersonOnlyBesideAnotherValue() {
        assertThat(ann.isIn("7,Bob,Nieuwe Gracht 2")).isFalse();
        assertThat(ann.isIn("7,Bob,oude gracht 1")).isTrue();
        assertThat(ann.isIn("7;élodie")).isTrue();
        assertThat(ann.isIn("77;Élodie")).isFalse();
        assertThat(ann.isIn("7;Ann")).as("a value as short names nobody").isFalse();
    }

    @Test
    void whoHadNoIdentifierIsNowhere() {
        assertThat(new PersonalTraces(Set.of(), Set.of("Oude Gracht 1")).isIn("Oude Gracht 1"))
                .isFalse();
        assertThat(new PersonalTraces(Set.of(" "), Set.of("Oude Gracht 1")).isIn("Oude Gracht 1"))
                .isFalse();
    }
}
