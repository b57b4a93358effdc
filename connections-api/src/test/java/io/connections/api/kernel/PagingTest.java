package io.connections.api.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.kernel.Violation;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M13")
class PagingTest {
    private static final Cursor PLACE = Cursor.of("Zoë", "0199f000-0000-7000-8000-000000000001");

    private final Paging ofShops = Paging.of("connections", "shop");

    @Test
    void aPlaceLeadsOnInTheListItWasMadeFor() {
        String next = next(ofShops);

        PageRequest request = Paging.of("connections", "shop").page(next, 10);

        assertThat(request).isEqualTo(new PageRequest(Optional.of(PLACE), 10));
    }

    @Test
    void aPlaceInAnotherListIsRefused() {
        assertRefused(ofShops, next(Paging.of("runs", "shop")));
    }

    @Test
    void aPlaceUnderAnotherFilterIsRefused() {
        assertRefused(ofShops, next(Paging.of("connections", "")));
    }

    @Test
    void aFilterIsNotTakenForTheOneBesideIt() {
        assertRefused(Paging.of("rejected", "a", ""), next(Paging.of("rejected", "", "a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "!!", "bm9uZQ", "bm9uZQA"})
    void aPlaceThatWasMadeUpIsRefused(String after) {
        assertRefused(ofShops, after);
    }

    @Test
    void aPlaceThatHoldsTheMarkAloneIsRefused() {
        String mark =
                new String(Base64.getUrlDecoder().decode(next(ofShops)), UTF_8).split("\0", -1)[0];

        assertRefused(ofShops, Base64.getUrlEncoder().encodeToString(mark.getBytes(UTF_8)));
    }

    private static String next(Paging paging) {
        return paging.next(new Page<>(List.of(), Optional.of(PLACE))).orElseThrow();
    }

    private static void assertRefused(Paging paging, String after) {
        assertThatThrownBy(() -> paging.page(after, null))
                .isInstanceOfSatisfying(
                        RequestInvalid.class,
                        refused ->
                                assertThat(refused.violations())
                                        .extracting(Violation::pointer, Violation::code)
                                        .containsExactly(tuple("/after", "cursor-invalid")))
                .hasMessageContaining("after");
    }
}
