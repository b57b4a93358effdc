package io.connections.domain.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.domain.channel.Outlet.Kind;
import io.connections.domain.kernel.Violation;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M24")
class ChannelDraftTest {
    private static final String PNG = dataUrl("image/png", "\u0089PNG\r\n\u001A\n", 60);

    @Test
    void aWebsiteHasAHostnameAndPerhapsOthers() {
        ChannelDraft draft =
                draft("Shop", Kind.WEBSITE, "Shop.example", List.of("www.shop.example."), "", PNG);

        assertThat(draft.read(""))
                .isEqualTo(
                        new ChannelDraft.Read.Sound(
                                new Channel.Content(
                                        "Shop",
                                        new Outlet.Website(
                                                Hostname.of("shop.example"),
                                                List.of(Hostname.of("www.shop.example"))),
                                        Optional.of(new Logo(PNG)))));
    }

    @Test
    void anAppHasTheIdOfItsStoreAndAnEmailChannelHasNothing() {
        assertThat(draft("App", Kind.MOBILE, "", List.of(), "com.example.shop", "").read(""))
                .isEqualTo(sound("App", new Outlet.Mobile(new AppId("com.example.shop"))));
        assertThat(draft("TV", Kind.TV, "", List.of(), "1234567890", "").read(""))
                .isEqualTo(sound("TV", new Outlet.Tv(new AppId("1234567890"))));
        assertThat(draft("News", Kind.EMAIL, "", List.of(), "", "").read(""))
                .isEqualTo(sound("News", new Outlet.Email()));
    }

    @Test
    void everyFaultIsSaidAtItsPlace() {
        ChannelDraft draft =
                draft(
                        " ",
                        Kind.WEBSITE,
                        "https://shop.example",
                        List.of("a.example", "a b"),
                        "com.example.shop",
                        "data:image/svg+xml;base64,AAAA");

        assertThat(codes(draft))
                .containsExactly(
                        "/channel/name required",
                        "/channel/appId not-of-this-kind",
                        "/channel/hostname scheme",
                        "/channel/aliases/1 space",
                        "/channel/logo not-a-picture");
    }

    @ParameterizedTest
    @CsvSource({"WEBSITE, /hostname required", "MOBILE, /appId required", "TV, /appId required"})
    void whatTellsAChannelFromOthersIsNeeded(Kind kind, String expected) {
        assertThat(codes("", draft("Shop", kind, "", List.of(), "", ""))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"EMAIL", "MOBILE", "TV"})
    void onlyAWebsiteHasHostnames(Kind kind) {
        String app = kind == Kind.EMAIL ? "" : "com.example.shop";

        assertThat(codes("", draft("Shop", kind, "a.example", List.of("b.example"), app, "")))
                .containsExactly("/hostname not-of-this-kind", "/aliases not-of-this-kind");
    }

    @Test
    void aWebsiteHas100OtherHostnamesAtMost() {
        List<String> most = Collections.nCopies(100, "a.example");

        assertThat(codes("", draft("Shop", Kind.WEBSITE, "b.example", most, "", ""))).isEmpty();
        assertThat(
                        codes(
                                "",
                                draft(
                                        "Shop",
                                        Kind.WEBSITE,
                                        "b.example",
                                        Collections.nCopies(100_000, "a b"),
                                        "",
                                        "")))
                .hasSizeLessThan(110)
                .contains("/aliases too-many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"com example", "com/example", "caf\u00E9", "https://play.example"})
    void whatNoStoreCallsAnAppIsRefused(String app) {
        assertThat(codes("", draft("App", Kind.MOBILE, "", List.of(), app, "")))
                .containsExactly("/appId not-an-id");
    }

    @Test
    void anAppsIdHas200CharactersAtMost() {
        assertThat(AppId.violation("", "a".repeat(200))).isEmpty();
        assertThat(AppId.violation("", "a".repeat(201))).isPresent();
        assertThatThrownBy(() -> new AppId("a b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLogoIsAPngJpegOrWebp() {
        assertThat(Logo.violation("", PNG)).isEmpty();
        assertThat(Logo.violation("", dataUrl("image/jpeg", "\u00FF\u00D8\u00FF", 60))).isEmpty();
        assertThat(Logo.violation("", dataUrl("image/webp", "RIFF1234WEBP", 60))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cdn.example/logo.png",
                "data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=",
                "data:text/html;base64,iVBORw0KGgo=",
                "data:image/png;base64,PHN2Zz48L3N2Zz4=",
                "data:image/jpeg;base64,iVBORw0KGgo=",
                "data:image/png;base64,iVBO",
                "data:image/png;base64,iVBORw0KGgo= \" onerror=\"",
                "data:image/png,iVBORw0KGgo=",
                "javascript:alert(1)",
                "data:image/png;base64,",
                "no comma",
            })
    void whatIsNoPictureOrComesFromElsewhereIsNoLogo(String text) {
        assertThat(Logo.violation("/logo", text)).map(Violation::code).contains("not-a-picture");
        assertThatThrownBy(() -> new Logo(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLogoHas8KilobytesAtMost() {
        assertThat(Logo.violation("", dataUrl("image/png", "\u0089PNG", 8 * 1024))).isEmpty();
        assertThat(Logo.violation("", dataUrl("image/png", "\u0089PNG", 8 * 1024 + 1)))
                .map(Violation::code)
                .contains("too-large");
        assertThat(Logo.violation("", dataUrl("image/png", "\u0089PNG", 100_000)))
                .map(Violation::code)
                .contains("too-large");
    }

    private static ChannelDraft draft(
            String name, Kind kind, String host, List<String> aliases, String app, String logo) {
        return new ChannelDraft(
                name, kind, Optional.of(host), aliases, Optional.of(app), Optional.of(logo));
    }

    private static ChannelDraft.Read sound(String name, Outlet outlet) {
        return new ChannelDraft.Read.Sound(new Channel.Content(name, outlet));
    }

    private static List<String> codes(ChannelDraft draft) {
        return codes("/channel", draft);
    }

    private static List<String> codes(String pointer, ChannelDraft draft) {
        return switch (draft.read(pointer)) {
            case ChannelDraft.Read.Sound _ -> List.of();
            case ChannelDraft.Read.Wrong(List<Violation> violations) ->
                    violations.stream().map(each -> each.pointer() + " " + each.code()).toList();
        };
    }

    private static String dataUrl(String type, String beginning, int length) {
        byte[] picture = new byte[length];
        for (int i = 0; i < beginning.length(); i++) {
            picture[i] = (byte) beginning.charAt(i);
        }
        return "data:%s;base64,%s".formatted(type, Base64.getEncoder().encodeToString(picture));
    }
}
