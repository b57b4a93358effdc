package io.connections.domain.goal;

import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.record;
import static io.connections.domain.goal.GoalFixtures.row;
import static io.connections.domain.profile.ProfileFixtures.aProperty;
import static io.connections.domain.profile.ProfileFixtures.anIdentifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.profile.PropertyValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/// Whole imports of random records against a slow and plain telling of the same rules.
class ImportPropertiesTest {
    private static final ProfileProperty CUSTOMER =
            anIdentifier(1, "customer", new PropertyType.Text());
    private static final ProfileProperty EMAIL = anIdentifier(2, "email", new PropertyType.Email());
    private static final ProfileProperty NAME = aProperty(3, "name", new PropertyType.Text());
    private static final ProfileProperty POINTS =
            aProperty(4, "points", new PropertyType.WholeNumber());
    private static final ProfileProperty TAGS = aProperty(5, "tags", new PropertyType.Text());
    private static final ProfileProperty FIRST = aProperty(6, "first", new PropertyType.Text());
    private static final ProfileProperty NOTE = aProperty(7, "note", new PropertyType.Text());
    private static final List<ProfileProperty> PROPERTIES =
            List.of(CUSTOMER, EMAIL, NAME, POINTS, TAGS, FIRST, NOTE);

    private static final ImportPlan PLAN =
            ImportPlan.of(
                    aGoal().matchedBy(CUSTOMER)
                            .matchedBy(EMAIL)
                            .mapping(
                                    row("note", NOTE)
                                            .by(Strategy.SET_OR_CLEAR)
                                            .on(Restriction.EXISTING_PROFILES_ONLY),
                                    row("id", CUSTOMER),
                                    row("mail", EMAIL),
                                    row("name", NAME),
                                    row("points", POINTS).by(Strategy.SUM).leavingOutBadValues(),
                                    row("tag", TAGS).by(Strategy.ADD),
                                    row("untag", TAGS).by(Strategy.REMOVE),
                                    row("name", FIRST).by(Strategy.SET_IF_EMPTY))
                            .build(),
                    PROPERTIES);

    record Line(
            String id,
            String mail,
            String name,
            String points,
            String tag,
            String untag,
            String note) {
        InputRecord asRecord(int number) {
            return record(
                    number, "id", id, "mail", mail, "name", name, "points", points, "tag", tag,
                    "untag", untag, "note", note);
        }
    }

    @Provide
    Arbitrary<List<Line>> files() {
        return Combinators.combine(
                        Arbitraries.of("", "c1", "c2", "c3", "c4"),
                        Arbitraries.of("", "", "a@x.nl", "A@X.nl", "b@x.nl", "c@x.nl", "nope"),
                        Arbitraries.of("", "Ann", "Bob"),
                        Arbitraries.of("", "2", "3", "-5", "many"),
                        Arbitraries.of("", "vip", "new"),
                        Arbitraries.of("", "", "vip"),
                        Arbitraries.of("", "n1", "n2"))
                .as(Line::new)
                .list()
                .ofMaxSize(40);
    }

    private static Customers imported(List<Line> file, int chunk) {
        Customers customers = new Customers(PROPERTIES.toArray(ProfileProperty[]::new));
        for (int from = 0; from < file.size(); from += chunk) {
            int to = Math.min(file.size(), from + chunk);
            InputRecord[] records = new InputRecord[to - from];
            for (int i = from; i < to; i++) {
                records[i - from] = file.get(i).asRecord(i + 1);
            }
            customers.take(PLAN, records);
        }
        return customers;
    }

    @Property(tries = 500)
    @Tag("M16")
    void chunksOfAnySizeEndAlike(@ForAll("files") List<Line> file) {
        Customers whole = imported(file, 10_000);

        for (int size : new int[] {1, 7}) {
            Customers chunked = imported(file, size);
            assertThat(chunked.all()).isEqualTo(whole.all());
            assertThat(chunked.identifiers()).isEqualTo(whole.identifiers());
            assertThat(chunked.dispositions()).isEqualTo(whole.dispositions());
            assertThat(chunked.ledger()).isEqualTo(whole.ledger());
            assertThat(chunked.rejected()).isEqualTo(whole.rejected());
        }
    }

    @Property(tries = 500)
    @Tag("M17")
    void countsBalanceAndIdentifiersNameOneProfile(@ForAll("files") List<Line> file) {
        Customers customers = imported(file, 7);

        assertThat(customers.counts().read()).isEqualTo(file.size());
        assertThat(customers.counts().created()).isEqualTo(customers.all().size());
        assertThat(customers.counts().rejected()).isEqualTo(customers.rejected().size());
        assertThat(customers.identifiers()).isEqualTo(customers.identifiersByValues());
    }

    @Property(tries = 500)
    @Tag("M15")
    void anImportDoesWhatThePlainRulesSay(@ForAll("files") List<Line> file) {
        Customers customers = imported(file, 7);

        PlainRules rules = new PlainRules();
        file.forEach(rules::take);
        assertThat(customers.all()).isEqualTo(rules.values());
        assertThat(customers.dispositions()).isEqualTo(rules.dispositions);
    }

    @Property(tries = 300)
    @Tag("M16")
    void ofTwoRecordsOfOneCustomerTheLaterWins(@ForAll("files") List<Line> file) {
        Line last = new Line("c1", "", "Zoe", "", "", "", "");

        List<Line> extended = new ArrayList<>(file);
        extended.add(last);
        Customers customers = imported(extended, 7);

        assertThat(customers.all().stream().filter(all -> all.of(1).contains("c1")))
                .singleElement()
                .satisfies(values -> assertThat(values.of(3)).containsExactly("Zoe"));
    }

    /// The rules of the goal above, told without any regard for speed.
    private static final class PlainRules {
        private final List<Map<Integer, List<String>>> profiles = new ArrayList<>();
        private final List<Disposition> dispositions = new ArrayList<>();

        void take(Line line) {
            dispositions.add(decide(line));
        }

        private Disposition decide(Line line) {
            String mail = line.mail().toLowerCase(Locale.ROOT);
            if (mail.equals("nope") || (line.id().isEmpty() && mail.isEmpty())) {
                return Disposition.REJECTED;
            }
            Set<Integer> owners = new HashSet<>();
            for (int i = 0; i < profiles.size(); i++) {
                if (has(profiles.get(i), 1, line.id()) || has(profiles.get(i), 2, mail)) {
                    owners.add(i);
                }
            }
            if (owners.size() > 1) {
                return Disposition.REJECTED;
            }
            boolean isNew = owners.isEmpty();
            Map<Integer, List<String>> before =
                    isNew ? new TreeMap<>() : profiles.get(owners.iterator().next());
            Map<Integer, List<String>> after = new TreeMap<>(before);
            if (!isNew) {
                after.remove(7);
                set(after, 7, line.note());
            }
            set(after, 1, line.id());
            set(after, 2, mail);
            set(after, 3, line.name());
            if (!line.points().isEmpty() && !line.points().equals("many")) {
                long there = Long.parseLong(after.getOrDefault(4, List.of("0")).getFirst());
                set(after, 4, Long.toString(there + Long.parseLong(line.points())));
            }
            List<String> tags = new ArrayList<>(after.getOrDefault(5, List.of()));
            if (!line.tag().isEmpty() && !tags.contains(line.tag())) {
                tags.add(line.tag());
            }
            tags.remove(line.untag());
            after.put(5, tags);
            after.values().removeIf(List::isEmpty);
            if (!after.containsKey(6)) {
                set(after, 6, line.name());
            }
            if (isNew) {
                profiles.add(after);
                return Disposition.CREATED;
            }
            profiles.set(owners.iterator().next(), after);
            return after.equals(before) ? Disposition.UNCHANGED : Disposition.UPDATED;
        }

        private static boolean has(Map<Integer, List<String>> profile, int number, String value) {
            return !value.isEmpty() && profile.getOrDefault(number, List.of()).contains(value);
        }

        private static void set(Map<Integer, List<String>> profile, int number, String value) {
            if (!value.isEmpty()) {
                profile.put(number, List.of(value));
            }
        }

        List<PropertyValues> values() {
            return profiles.stream()
                    .map(
                            profile -> {
                                PropertyValues.Builder builder = PropertyValues.builder();
                                profile.forEach(builder::set);
                                return builder.build();
                            })
                    .toList();
        }
    }
}
