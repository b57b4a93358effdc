package io.connections.api.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Channels, whose page an address is, and trials of scopes, on real PostgreSQL.
@ApiTest
@Tag("M24")
class ChannelResourceTest {
    private static final String API = "/api/v1";
    private static final String CHANNELS = API + "/channels";

    /// In every name and hostname: the service is shared.
    private final String own = UUID.randomUUID().toString().substring(0, 13);

    @Test
    void aChannelIsMadeReadSavedAndDeleted() {
        Response made = create(website("Shop", "SHOP." + own + ".example.", "www." + own));
        String at = at(made);
        Response read = reader().get(at);
        Response saved = save(at, made.header("ETag"), website("Store", "shop." + own));
        Response deleted = writer().delete(at);

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.asString()).isEqualTo(made.asString());
        assertThat(read.jsonPath().getMap(""))
                .containsEntry("kind", "WEBSITE")
                .containsEntry("hostname", "shop." + own + ".example")
                .containsEntry("aliases", List.of("www." + own))
                .containsEntry("labels", List.of())
                .containsEntry("favorite", false)
                .doesNotContainKeys("appId", "logo", "lastSeen");
        assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(200);
        assertThat(saved.header("ETag")).isEqualTo("\"2\"");
        assertThat(saved.jsonPath().getString("name")).isEqualTo("Store " + own);
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(reader().get(at).statusCode()).isEqualTo(404);
        assertThat(type(reader().get(at))).isEqualTo("/problems/channel-not-found");
        assertThat(type(reader().get(CHANNELS + "/none"))).isEqualTo("/problems/channel-not-found");
    }

    @Test
    void whatIsReadCanBeSentBack() {
        Map<String, Object> app =
                Map.of(
                        "name",
                        "App " + own,
                        "kind",
                        "MOBILE",
                        "appId",
                        "com.example.app",
                        "logo",
                        "data:image/png;base64,iVBORw0KGgo=");
        Response made = create(app);
        Map<String, Object> read = new HashMap<>(reader().get(at(made)).jsonPath().getMap(""));
        read.keySet().retainAll(app.keySet());

        Response saved = save(at(made), made.header("ETag"), read);

        assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(200);
        assertThat(saved.jsonPath().getMap("")).containsAllEntriesOf(app);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example, /hostname scheme",
        "shop.example/support, /hostname path",
        "shop.example:8443, /hostname port",
        "shop example, /hostname space",
        "'', /hostname required",
        "*.shop.example, /hostname wildcard",
        "straße.example, /hostname read-differently",
        "a..b, /hostname not-a-hostname",
    })
    void whatIsNoHostnameIsRefusedAtItsPlace(String hostname, String fault) {
        Response refused = create(website("Shop", hostname));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(faults(refused)).containsExactly(fault);
    }

    @Test
    void upperCaseUmlautsAndDotsAreTheSameHostname() {
        create(website("Shop", "M\u00DCLLER-" + own + ".example"));

        Response refused = create(website("Copy", "x." + own, "m\u00FCller-" + own + ".EXAMPLE."));

        assertThat(faults(refused)).containsExactly("/aliases/0 hostname-taken");
        assertThat(refused.jsonPath().getString("errors[0].message"))
                .contains("\"Shop " + own + "\"")
                .contains("xn--");
    }

    @Test
    void ofTwoWhoSaveTheSecondIsToldWhatStandsNow() {
        Response made = create(website("Shop", "shop." + own));
        Response first = save(at(made), made.header("ETag"), website("Mine", "shop." + own));

        Response refused = save(at(made), made.header("ETag"), website("Yours", "shop." + own));
        Response blind = writer().body(website("Blind", "shop." + own)).put(at(made));

        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(type(refused)).isEqualTo("/problems/channel-changed");
        assertThat(refused.jsonPath().getMap("current")).isEqualTo(first.jsonPath().getMap(""));
        assertThat(blind.statusCode()).isEqualTo(428);
    }

    @Test
    @Tag("M7")
    void labelsAndStarsStandOnAChannelAndLeadBackToIt() {
        Response made = create(website("Shop", "shop." + own));
        String id = made.jsonPath().getString("id");

        Response put =
                writer().body(Map.of("names", List.of("VIP " + own))).put(at(made) + "/labels");
        Response added =
                writer().body(Map.of("add", List.of("Sale " + own))).patch(at(made) + "/labels");
        Response starred = reader().put(API + "/favorites/channel/" + id);
        Response used = reader().put(API + "/last-used/channel/" + id);

        assertThat(put.jsonPath().getList("items.name")).containsExactly("VIP " + own);
        assertThat(added.jsonPath().getList("items.name"))
                .containsExactly("Sale " + own, "VIP " + own);
        assertThat(List.of(starred.statusCode(), used.statusCode())).containsOnly(204);
        Response read = reader().get(at(made));
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.jsonPath().getBoolean("favorite")).isTrue();
        assertThat(read.jsonPath().getList("labels.name"))
                .containsExactly("Sale " + own, "VIP " + own);
        String label = put.jsonPath().getString("items[0].id");
        assertThat(reader().get(API + "/labels/" + label + "/objects").jsonPath().getList("items"))
                .containsExactly(Map.of("kind", "channel", "id", id, "name", "Shop " + own));
        assertThat(
                        reader().queryParam("limit", 200)
                                .get(API + "/favorites")
                                .jsonPath()
                                .getList("items.id"))
                .contains(id);
    }

    @Test
    void channelsAreSearchedFilteredAndReadPageByPage() {
        Response shop = create(website("Shop", "shop." + own));
        create(website("Blog", "blog." + own));
        create(Map.of("name", "Letter " + own, "kind", "EMAIL"));
        writer().body(Map.of("names", List.of("VIP " + own))).put(at(shop) + "/labels");
        String label = reader().get(at(shop)).jsonPath().getString("labels[0].id");

        assertThat(names(listed())).containsExactly("Blog", "Letter", "Shop");
        assertThat(names(listed("search", "SHOP." + own))).containsExactly("Shop");
        assertThat(names(listed("kind", "EMAIL"))).containsExactly("Letter");
        assertThat(names(listed("kind", "EMAIL", "kind", "WEBSITE"))).hasSize(3);
        assertThat(names(listed("label", label))).containsExactly("Shop");
        assertThat(names(listed("notSeenSince", "2026-01-01T00:00:00Z"))).hasSize(3);
        assertThat(names(listed("seenSince", "2026-01-01T00:00:00+02:00"))).isEmpty();
        Response first = listed("limit", "2");
        assertThat(names(first)).containsExactly("Blog", "Letter");
        assertThat(names(listed("limit", "2", "after", first.jsonPath().getString("next"))))
                .containsExactly("Shop");
        assertThat(faults(listed("seenSince", "yesterday")))
                .containsExactly("/seenSince not-a-moment");
        assertThat(faults(listed("kind", "PIGEON"))).containsExactly("/kind wrong-type");
    }

    @Test
    void aPageIsSaidToBeOfTheChannelThatHasItsHost() {
        Response shop = create(website("Shop", "shop." + own, "www.shop." + own));
        String id = shop.jsonPath().getString("id");

        Response byName = page("http://SHOP.%s.:8080/supp%%6Frt/../a?b#c".formatted(own));
        Response byAlias = page("https://www.shop.%s/".formatted(own));
        Response unknown = page("https://m.shop.%s/".formatted(own));

        assertThat(byName.jsonPath().getMap(""))
                .containsEntry("hostname", "shop." + own)
                .containsEntry("pathAndQuery", "/a?b")
                .containsEntry("foundBy", "HOSTNAME");
        assertThat(byName.jsonPath().getString("channel.id")).isEqualTo(id);
        assertThat(byAlias.jsonPath().getString("foundBy")).isEqualTo("ALIAS");
        assertThat(byAlias.jsonPath().getString("channel.name")).isEqualTo("Shop " + own);
        assertThat(unknown.jsonPath().getMap(""))
                .containsEntry("foundBy", "NOTHING")
                .doesNotContainKey("channel");
        assertThat(faults(page("shop." + own))).containsExactly("/url scheme");
        assertThat(faults(reader().get(CHANNELS + "/try"))).containsExactly("/url required");
        assertThat(page("https://shop.example/" + "a".repeat(100_000)).statusCode()).isEqualTo(414);
    }

    /// Active only on one channel, only on pages that start with `/support/`, except
    /// `/support/contact.html`.
    @ParameterizedTest
    @CsvSource({
        "/support/faq.html, true, INSIDE, 0",
        "/support/contact.html, false, EXCLUDED, 1",
        "/support/contact.html?utm_source=mail, false, EXCLUDED, 1",
        "/, false, NO_RESTRICT_MATCHES,",
        "/support/%2e%2e/admin, false, NO_RESTRICT_MATCHES,",
    })
    void aScopeIsTriedAndTheRuleThatDecidesIsNamed(
            String path, boolean active, String why, Integer decidedBy) {
        String id = create(website("Shop", "shop." + own)).jsonPath().getString("id");

        Response tried =
                tryScope(
                        "https://shop." + own + path,
                        on(
                                id,
                                rule("RESTRICT", "STARTS_WITH", "/support/"),
                                rule("EXCLUDE", "IS", "/support/contact.html")));

        assertThat(tried.statusCode()).as(tried.asString()).isEqualTo(200);
        assertThat(tried.jsonPath().getBoolean("active")).isEqualTo(active);
        assertThat(tried.jsonPath().getString("why")).isEqualTo(why);
        assertThat(tried.jsonPath().<Object>get("decidedBy")).isEqualTo(decidedBy);
        assertThat(tried.jsonPath().getString("channel.id")).isEqualTo(id);
    }

    @Test
    void aTrialSaysOfEveryRuleWhetherItMatchesAndWhatItSaw() {
        String id = create(website("Shop", "shop." + own)).jsonPath().getString("id");

        Response tried =
                tryScope(
                        "https://shop." + own + "/support/contact.html?a=1",
                        on(
                                id,
                                rule("EXCLUDE", "IS", "/support/contact.html"),
                                rule("RESTRICT", "PATTERN", "^/(help|support)/"),
                                rule("EXCLUDE", "CONTAINS", "a=2")));

        assertThat(tried.jsonPath().getList("rules.match"))
                .containsExactly("IS", "PATTERN", "CONTAINS");
        assertThat(tried.jsonPath().getList("rules.matches")).containsExactly(true, true, false);
        assertThat(tried.jsonPath().getList("rules.saw"))
                .containsExactly(
                        "/support/contact.html",
                        "/support/contact.html?a=1",
                        "/support/contact.html?a=1");
        assertThat(tried.jsonPath().getString("reason"))
                .isEqualTo("Rule 1 (no pages that are \"/support/contact.html\") keeps it out.");
    }

    @Test
    void aTrialOutsideTheChosenChannelsSaysSo() {
        Response shop = create(website("Shop", "shop." + own));
        String other = UUID.randomUUID().toString();
        String url = "https://shop.%s/".formatted(own);

        Response notChosen = tryScope(url, on(other));
        Response unknown =
                tryScope("https://m.shop.%s/".formatted(own), Map.of("kind", "EVERYWHERE"));
        Response everywhere = tryScope(url, Map.of("kind", "EVERYWHERE"));

        assertThat(notChosen.jsonPath().getString("why")).isEqualTo("CHANNEL_NOT_CHOSEN");
        assertThat(notChosen.jsonPath().getString("reason"))
                .isEqualTo(
                        "The page is of the channel \"Shop %s\", which is not chosen."
                                .formatted(own));
        assertThat(unknown.jsonPath().getString("why")).isEqualTo("NO_CHANNEL");
        assertThat(unknown.jsonPath().getBoolean("active")).isFalse();
        assertThat(everywhere.jsonPath().getBoolean("active")).isTrue();
        assertThat(everywhere.jsonPath().getString("channel.id"))
                .isEqualTo(shop.jsonPath().getString("id"));
    }

    @Test
    void everyRuleThatCannotBeIsSaidAtItsPlace() {
        Map<String, Object> scope =
                on(
                        UUID.randomUUID().toString(),
                        rule("RESTRICT", "STARTS_WITH", "https://shop.example/support/"),
                        rule("RESTRICT", "PATTERN", "/support/[z-a]"),
                        rule("EXCLUDE", "PATTERN", "(a{1000}){1000}"),
                        rule("EXCLUDE", "IS", ""),
                        Map.of("match", "IS"),
                        Map.of("effect", "EXCLUDE", "match", "IS", "text", "/a", "example", "/a"));

        Response refused = tryScope("https://shop.example/", scope);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(faults(refused))
                .containsExactly(
                        "/scope/channels/0/rules/0/text whole-address",
                        "/scope/channels/0/rules/1/text does-not-compile",
                        "/scope/channels/0/rules/2/text does-not-compile",
                        "/scope/channels/0/rules/3/text required",
                        "/scope/channels/0/rules/4/effect required",
                        "/scope/channels/0/rules/4/text required",
                        "/scope/channels/0/rules/5/example scheme");
        assertThat(refused.jsonPath().getList("errors.message", String.class))
                .anyMatch(message -> message.contains("Give /support/."))
                .anyMatch(message -> message.contains("character 11") && message.contains("z-a"));
    }

    @Test
    void aScopeThatSaysNothingIsNeverTakenForEverywhere() {
        String url = "https://shop.example/";

        Response without = reader().body(Map.of("url", url)).post(API + "/scope-trials");

        assertThat(faults(without)).containsExactly("/scope required");
        assertThat(faults(tryScope(url, Map.of("kind", "CHOSEN"))))
                .containsExactly("/scope/channels required");
        assertThat(tryScope(url, Map.of()).statusCode()).isBetween(400, 422);
        assertThat(tryScope(url, Map.of("kind", "NOWHERE")).statusCode()).isBetween(400, 422);
    }

    @Test
    void aPatternBuiltToBlowUpIsTriedOnALongAddressInNoTime() {
        String id = create(website("Shop", "shop." + own)).jsonPath().getString("id");
        String url = "https://shop.%s/%s!".formatted(own, "a".repeat(50_000));
        Map<String, Object> scope = on(id, rule("EXCLUDE", "PATTERN", "^/(a+)+$"));

        Response tried =
                assertTimeoutPreemptively(Duration.ofSeconds(30), () -> tryScope(url, scope));

        assertThat(tried.statusCode()).as(tried.asString()).isEqualTo(200);
        assertThat(tried.jsonPath().getBoolean("active")).isTrue();
    }

    /// By the limit of addresses, or of bodies where that is the lower one.
    @Test
    void anAddressThatIsTooLongIsRefused() {
        Response refused =
                tryScope(
                        "https://shop.example/" + "a".repeat(100_000),
                        Map.of("kind", "EVERYWHERE"));

        assertThat(refused.statusCode()).isIn(413, 422);
    }

    @Test
    void aConnectionIsKeptToAChannelAndItsVersionsKnowThat() {
        String id = create(website("Shop", "shop." + own)).jsonPath().getString("id");
        Map<String, Object> scope =
                on(
                        id,
                        rule("RESTRICT", "STARTS_WITH", "/support/"),
                        rule("EXCLUDE", "PATTERN", "\\.pdf$"));
        Response made = connection(Map.of());
        String at = at(made);

        Response saved =
                save(at, made.header("ETag"), Map.of("name", "Kept " + own, "scope", scope));
        Response unsaid = save(at, saved.header("ETag"), Map.of("name", "Renamed " + own));
        Response copy = writer().body(Map.of("name", "Copy " + own)).post(at + "/copies");
        Response versions = reader().get(at + "/versions");

        assertThat(made.jsonPath().getMap("scope")).isEqualTo(Map.of("kind", "EVERYWHERE"));
        assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(200);
        assertThat(saved.jsonPath().getMap("scope")).isEqualTo(scope);
        assertThat(saved.jsonPath().getList("channels.name")).containsExactly("Shop " + own);
        assertThat(unsaid.jsonPath().getMap("scope")).isEqualTo(scope);
        assertThat(copy.jsonPath().getMap("scope")).isEqualTo(scope);
        assertThat(versions.jsonPath().getList("items.scope.kind"))
                .containsExactly("CHOSEN", "CHOSEN", "EVERYWHERE");
        assertThat(reader().get(at).jsonPath().getMap("scope")).isEqualTo(scope);
    }

    @Test
    void aChannelInUseIsNotDeletedAndNamesWhoUsesIt() {
        Response shop = create(website("Shop", "shop." + own));
        String id = shop.jsonPath().getString("id");
        Response made = connection(Map.of("scope", on(id)));

        Response refused = writer().delete(at(shop));
        Response uses = reader().get(at(shop) + "/uses");
        Response list = listed();
        Response released =
                save(
                        at(made),
                        made.header("ETag"),
                        Map.of("name", "Released", "scope", Map.of("kind", "EVERYWHERE")));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(type(refused)).isEqualTo("/problems/channel-in-use");
        assertThat(refused.jsonPath().getList("usedByConnections.id"))
                .containsExactly(made.jsonPath().getString("id"));
        assertThat(refused.jsonPath().getInt("count")).isEqualTo(1);
        assertThat(uses.jsonPath().getList("usedBy"))
                .isEqualTo(refused.jsonPath().getList("usedByConnections"));
        assertThat(list.jsonPath().getList("items.uses")).containsExactly(1);
        assertThat(released.statusCode()).isEqualTo(200);
        assertThat(writer().delete(at(shop)).statusCode()).isEqualTo(204);
    }

    @Test
    void aScopeThatCannotBeSavedIsRefusedWithEveryPlace() {
        Response refused =
                connection(
                        Map.of(
                                "name",
                                "",
                                "scope",
                                on(
                                        UUID.randomUUID().toString(),
                                        rule("RESTRICT", "IS", "shop.example"))));
        Response unknown = connection(Map.of("scope", on(UUID.randomUUID().toString())));

        assertThat(faults(refused))
                .containsExactly("/name required", "/scope/channels/0/rules/0/text no-slash");
        assertThat(faults(unknown)).containsExactly("/scope/channels/0/channelId channel-gone");
    }

    private Response connection(Map<String, Object> more) {
        As.a(Role.ADMINISTRATOR).put(API + "/connection-types/test-system/installation");
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("typeId", "test-system");
        wanted.put("name", "Kept " + own);
        wanted.putAll(more);
        return writer().body(wanted).post(API + "/connections");
    }

    private Map<String, Object> website(String name, String hostname, String... aliases) {
        return Map.of(
                "name",
                name + " " + own,
                "kind",
                "WEBSITE",
                "hostname",
                hostname,
                "aliases",
                List.of(aliases));
    }

    private static Map<String, Object> rule(String effect, String match, String text) {
        return Map.of("effect", effect, "match", match, "text", text);
    }

    private static Map<String, Object> on(String channel, Map<?, ?>... rules) {
        return Map.of(
                "kind",
                "CHOSEN",
                "channels",
                List.of(Map.of("channelId", channel, "rules", List.of(rules))));
    }

    private static Response tryScope(String url, Object scope) {
        return reader().body(Map.of("url", url, "scope", scope)).post(API + "/scope-trials");
    }

    private static Response page(String url) {
        return reader().queryParam("url", url).get(CHANNELS + "/try");
    }

    private Response listed(String... parameters) {
        RequestSpecification request = reader();
        boolean searched = false;
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.queryParam(parameters[i], parameters[i + 1]);
            searched |= parameters[i].equals("search");
        }
        return (searched ? request : request.queryParam("search", own)).get(CHANNELS);
    }

    private List<String> names(Response listed) {
        List<String> names = new ArrayList<>();
        for (String name : listed.jsonPath().getList("items.name", String.class)) {
            names.add(name.replace(" " + own, ""));
        }
        return names;
    }

    private static RequestSpecification writer() {
        return As.a(Role.MARKETER).contentType("application/json");
    }

    private static RequestSpecification reader() {
        return As.a(Role.VIEWER).contentType("application/json");
    }

    private static Response create(Map<String, Object> channel) {
        return writer().body(channel).post(CHANNELS);
    }

    private static Response save(String at, String etag, Map<String, Object> channel) {
        return writer().header("If-Match", etag).body(channel).put(at);
    }

    private static String at(Response made) {
        return made.header("Location").substring(made.header("Location").indexOf(API));
    }

    private static String type(Response refused) {
        return refused.jsonPath().getString("type");
    }

    private static List<String> faults(Response refused) {
        return refused.jsonPath().getList("errors.collect { it.pointer + ' ' + it.code }");
    }
}
