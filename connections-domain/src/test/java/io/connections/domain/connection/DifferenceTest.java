package io.connections.domain.connection;

import static io.connections.domain.channel.ChannelFixtures.exclude;
import static io.connections.domain.channel.ChannelFixtures.on;
import static io.connections.domain.channel.ChannelFixtures.restrict;
import static io.connections.domain.channel.ChannelFixtures.website;
import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.access.Role;
import io.connections.domain.audit.Change;
import io.connections.domain.catalog.SetupField;
import io.connections.domain.catalog.SetupField.Kind;
import io.connections.domain.catalog.SetupForm;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.channel.Comparison;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.Processor;
import io.connections.domain.goal.Strategy;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a person reads of two states of a connection.
@Tag("M8")
class DifferenceTest {
    private static final SetupForm FORM =
            new SetupForm(
                    List.of(
                            field("host", "Host", new Kind.Text(100)),
                            field("strict", "Check the key", new Kind.YesNo()),
                            field(
                                    "auth",
                                    "Sign in with",
                                    new Kind.Choice(
                                            List.of(
                                                    new SetupField.Option("key", "A private key"),
                                                    new SetupField.Option("pw", "A password")))),
                            field("password", "Password", new Kind.SecretText(false))));
    private static final ProfileProperty EMAIL = property("email", 1);
    private static final ProfileProperty NAME = property("name", 2);

    @Test
    void whatIsTheSameIsNotSaid() {
        Content same = content("Shop", Map.of("host", "a"), goal(1, "Customers"));

        assertThat(Difference.between(same, same, FORM, Map.of())).isEmpty();
    }

    @Test
    @Tag("M7")
    void editRightsAreSaidByTheRolesThatHaveThem() {
        Content everybody = content("Shop", Map.of());
        Content managers =
                everybody.withEditRights(
                        EditRights.of(Role.ADMINISTRATOR, Role.APPLICATION_MANAGER));

        assertThat(Difference.between(everybody, managers, FORM, Map.of()))
                .containsExactly(
                        Change.of(
                                "Edit rights",
                                "everybody",
                                "application managers, administrators"));
    }

    @Test
    @Tag("M7")
    void administratorsWhoMayAnywayMakeNoDifference() {
        Content managers =
                content("Shop", Map.of()).withEditRights(EditRights.of(Role.APPLICATION_MANAGER));
        Content named =
                managers.withEditRights(
                        EditRights.of(Role.ADMINISTRATOR, Role.APPLICATION_MANAGER));

        assertThat(Difference.between(managers, named, FORM, Map.of())).isEmpty();
    }

    @Test
    void setupIsSaidByItsLabelsAndInTheWordsThatAPersonChose() {
        Content before = content("Shop", Map.of("host", "a", "strict", "true", "auth", "key"));
        Content after = content("Till", Map.of("strict", "false", "auth", "pw"));

        assertThat(Difference.between(before, after, FORM, Map.of()))
                .containsExactly(
                        Change.of("Name", "Shop", "Till"),
                        Change.of("Host", "a", ""),
                        Change.of("Check the key", "yes", "no"),
                        Change.of("Sign in with", "A private key", "A password"));
    }

    @Test
    @Tag("M30")
    void aSecretThatStandsWhereItShouldNotIsNotSaid() {
        List<Change> changes =
                Difference.between(
                        content("Shop", Map.of("password", "canary-1")),
                        content("Shop", Map.of("password", "canary-2")),
                        FORM,
                        Map.of());

        assertThat(changes).containsExactly(Change.ofSecret("Password"));
    }

    @Test
    void aFieldThatTheTypeNoLongerHasIsSaidByItsId() {
        List<Change> changes =
                Difference.between(
                        content("Shop", Map.of("folder", "/in")),
                        content("Shop", Map.of()),
                        FORM,
                        Map.of());

        assertThat(changes).containsExactly(Change.of("folder", "/in", ""));
    }

    @Test
    void goalsComeAndGoByName() {
        List<Change> changes =
                Difference.between(
                        content("Shop", Map.of(), goal(1, "Customers")),
                        content("Shop", Map.of(), goal(2, "Orders")),
                        FORM,
                        Map.of());

        assertThat(changes)
                .extracting(Change::what)
                .containsExactly("Goal ‘Orders’", "Goal ‘Customers’");
        assertThat(changes.getFirst())
                .isEqualTo(
                        Change.of(
                                "Goal ‘Orders’",
                                "",
                                "import of ‘customers-*.csv’ from ‘/’, matched by nothing, 0"
                                        + " mapping rows, switched on"));
    }

    @Test
    void anotherOrderOfGoalsIsSaid() {
        Goal first = goal(1, "Customers");
        Goal second = goal(2, "Orders");

        assertThat(
                        Difference.between(
                                content("Shop", Map.of(), first, second),
                                content("Shop", Map.of(), second, first),
                                FORM,
                                Map.of()))
                .containsExactly(
                        Change.of(
                                "Order of goals",
                                "‘Customers’, ‘Orders’",
                                "‘Orders’, ‘Customers’"));
    }

    @Test
    void whatAGoalReadsAndHowItMatchesIsSaid() {
        Content before = content("Shop", Map.of(), aGoal().matchedBy(EMAIL).build());
        Content after =
                content(
                        "Shop",
                        Map.of(),
                        aGoal().files("*.csv")
                                .matchedBy(EMAIL)
                                .matchedBy(NAME, EMAIL)
                                .creatingNoProfiles()
                                .build());

        assertThat(Difference.between(before, after, FORM, Map.of()))
                .containsExactly(
                        Change.of("Goal ‘customers’: file name", "customers-*.csv", "*.csv"),
                        Change.of(
                                "Goal ‘customers’: matching", "email", "email, or name and email"),
                        Change.of("Goal ‘customers’: creates profiles", "yes", "no"));
    }

    @Test
    void mappingRowsAreSaidByTheirProperty() {
        Content before =
                content(
                        "Shop",
                        Map.of(),
                        aGoal().mapping(row("Mail", EMAIL), row("Name", NAME)).build());
        Content after =
                content(
                        "Shop",
                        Map.of(),
                        aGoal().mapping(
                                        row("Mail", EMAIL).through(new Processor.Trim()),
                                        row("Mail 2", EMAIL).by(Strategy.ADD))
                                .build());

        assertThat(Difference.between(before, after, FORM, Map.of()))
                .containsExactly(
                        Change.of(
                                "Goal ‘customers’: mapping of ‘email’",
                                "from ‘Mail’, set",
                                "from ‘Mail’, trim, set"),
                        Change.of("Goal ‘customers’: mapping of ‘email’", "", "from ‘Mail 2’, add"),
                        Change.of("Goal ‘customers’: mapping of ‘name’", "from ‘Name’, set", ""));
    }

    @Test
    void anotherOrderOfTheMappingIsSaid() {
        Content before =
                content("Shop", Map.of(), aGoal().mapping(row("A", EMAIL), row("B", NAME)).build());
        Content after =
                content("Shop", Map.of(), aGoal().mapping(row("B", NAME), row("A", EMAIL)).build());

        assertThat(Difference.between(before, after, FORM, Map.of()))
                .containsExactly(
                        Change.of(
                                "Goal ‘customers’: order of the mapping",
                                "A → email, B → name",
                                "B → name, A → email"));
    }

    @Test
    @Tag("M24")
    void aScopeIsSaidByTheNamesOfItsChannelsAndItsRulesInWords() {
        Channel shop = website(1, "Shop", "shop.example");
        Channel blog = website(2, "Blog", "blog.example");
        Content everywhere = content("Shop", Map.of());
        Content support =
                everywhere.withScope(
                        on(
                                shop,
                                restrict(Comparison.STARTS_WITH, "/support/"),
                                exclude(Comparison.IS, "/support/contact.html")));
        Content both =
                everywhere.withScope(
                        new ChannelScope.Chosen(
                                List.of(
                                        new ChannelScope.OnChannel(shop.id(), List.of()),
                                        new ChannelScope.OnChannel(blog.id(), List.of()))));
        Content nowhere = everywhere.withScope(new ChannelScope.Chosen(List.of()));
        Map<ChannelId, String> names = Map.of(shop.id(), "Shop");
        String rules =
                "only pages that start with \"/support/\"; no pages that are \"/support/contact.html\"";

        assertThat(Difference.between(everywhere, support, FORM, names))
                .containsExactly(
                        Change.of("Channels", "All", "Shop"),
                        Change.of("Rules of Shop", "", rules));
        assertThat(Difference.between(support, both, FORM, names))
                .containsExactly(
                        Change.of("Channels", "Shop", "Shop, a deleted channel"),
                        Change.of("Rules of Shop", rules, ""));
        assertThat(Difference.between(both, nowhere, FORM, names))
                .containsExactly(Change.of("Channels", "Shop, a deleted channel", "None"));
        assertThat(Difference.ofNew(everywhere, FORM, names))
                .extracting(Change::what)
                .doesNotContain("Channels");
    }

    private static Content content(String name, Map<String, String> setup, Goal... goals) {
        return new Content(name, "", new SetupValues(setup), List.of(goals));
    }

    private static Goal goal(int id, String name) {
        ImportGoal goal = aGoal().build();
        return new ImportGoal(
                new GoalId(new UUID(0, id)),
                name,
                true,
                goal.source(),
                goal.matching(),
                true,
                List.of(),
                List.of());
    }

    private static SetupField field(String id, String label, Kind kind) {
        return new SetupField(
                id, label, "", false, false, kind, Optional.empty(), Optional.empty());
    }

    private static ProfileProperty property(String id, int number) {
        return new ProfileProperty(
                new PropertyId(id), number, id, new PropertyType.Text(), true, false);
    }
}
