package io.connections.domain.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.connections.domain.connection.Connection.Content;
import io.connections.domain.kernel.Violation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M7")
@Tag("M8")
class ContentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\t\n", "\u00A0", "\u2003", "\u200B", "\u202E", "\u200D \u200D"})
    void whatShowsNothingIsNoName(String name) {
        assertThat(Content.NOTHING.withName(name).violations())
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/name", "required"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "<script>alert(1)</script>",
                "\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD",
                "\uD83D\uDE80",
                "'; drop table connection; --"
            })
    void everyWritingIsAName(String name) {
        assertThat(Content.NOTHING.withName(name).violations()).isEmpty();
    }

    @Test
    void aNameIsAtMostTwoHundredCharactersLong() {
        assertThat(named(200).violations()).isEmpty();
        assertThat(named(201).violations())
                .extracting(Violation::pointer, Violation::message)
                .containsExactly(tuple("/name", "A name has at most 200 characters."));
        assertThat(named(10_000).violations()).hasSize(1);
    }

    @Test
    void aDescriptionIsAtMostFourThousandCharactersLong() {
        Content named = Content.NOTHING.withName("Shop");

        assertThat(named.withDescription("x".repeat(4000)).violations()).isEmpty();
        assertThat(named.withDescription("x".repeat(4001)).violations())
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/description", "too-long"));
    }

    private static Content named(int length) {
        return Content.NOTHING.withName("x".repeat(length));
    }
}
