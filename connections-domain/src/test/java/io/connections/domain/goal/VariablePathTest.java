package io.connections.domain.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M25")
class VariablePathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "city",
                "shop.customer.city",
                "basket.items[0].sku",
                "dataLayer[].user.city",
                "_a.$b.c9",
                "matrix[0][12]",
                "größe.straße"
            })
    void namesWithDotsAndPlacesInListsLeadToAVariable(String text) {
        assertThat(VariablePath.fault(text)).isEmpty();
        assertThat(new VariablePath(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                ".a",
                "a.",
                "a..b",
                "[0]",
                "a[",
                "a[x]",
                "a[-1]",
                "a[12345]",
                "a b",
                "a-b",
                "1a",
                "a()",
                "a;b",
                "a\nb",
                "a[0]b",
                "a['b']"
            })
    void whatIsNoPathSaysHowOneIsWritten(String text) {
        assertThat(VariablePath.fault(text))
                .hasValueSatisfying(fault -> assertThat(fault).contains("shop.customer.city"));
        assertThatThrownBy(() -> new VariablePath(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingAtAllIsAskedForByAnExample() {
        assertThat(VariablePath.fault(""))
                .contains("Name the page's variable, such as shop.customer.city.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"__proto__.x", "a.constructor", "a[0].prototype"})
    void whatBelongsToTheLanguageIsNoVariable(String text) {
        assertThat(VariablePath.fault(text))
                .hasValueSatisfying(
                        fault -> assertThat(fault).endsWith("is no variable of a page."));
    }

    @Test
    void itIsNeitherTooLongNorTooDeep() {
        assertThat(VariablePath.fault("a".repeat(200))).isEmpty();
        assertThat(VariablePath.fault("a".repeat(201)))
                .contains("A variable has at most 200 characters.");
        assertThat(VariablePath.fault("a" + ".a".repeat(19))).isEmpty();
        assertThat(VariablePath.fault("a" + ".a".repeat(20)))
                .contains("A variable has at most 20 parts.");
    }

    @Test
    void theLatestOfAListIsNoOnePlace() {
        assertThat(new VariablePath("a[0].b").isOnePlace()).isTrue();
        assertThat(new VariablePath("a[].b").isOnePlace()).isFalse();
    }
}
