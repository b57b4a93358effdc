package io.connections.domain.goal;

import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// An import goal made ready to run: properties found, processors prepared. Immutable, may be
/// shared between threads.
public final class ImportPlan {
    private static final BitSet NOTHING_LEFT_OUT = new BitSet(0);
    private static final int NO_LANES = -1;

    private final List<PlannedRow> rows;
    private final int[] claimingRows;
    private final int[] removingRows;
    private final boolean mapsIdentifierTwice;
    private final int[][] groups;
    private final boolean createWhenNoMatch;
    private final int laneRow;
    private final ColumnNeeds columns;
    private final int[] targets;
    private final int[] targetOfRow;
    private final boolean[] identifies;
    private final PlannedConsent consent;

    /// @param severalValues whether a field of a record may have several
    private ImportPlan(
            List<MappingRow> mapping,
            Matching matching,
            boolean createWhenNoMatch,
            boolean severalValues,
            Map<PropertyId, ProfileProperty> properties,
            PlannedConsent consent,
            ColumnNeeds columns) {
        this.consent = consent;
        this.columns = columns;
        this.createWhenNoMatch = createWhenNoMatch;
        rows =
                mapping.stream()
                        .map(row -> PlannedRow.of(row, property(properties, row.property())))
                        .toList();
        claimingRows = identifierRows(false);
        removingRows = identifierRows(true);
        mapsIdentifierTwice =
                rows.stream()
                                .map(PlannedRow::property)
                                .filter(ProfileProperty::identifier)
                                .distinct()
                                .count()
                        < claimingRows.length + removingRows.length;
        groups =
                matching.anyOf().stream()
                        .map(
                                group ->
                                        group.stream()
                                                .mapToInt(id -> property(properties, id).number())
                                                .distinct()
                                                .toArray())
                        .toArray(int[][]::new);
        laneRow = severalValues ? NO_LANES : laneRow(mapping);
        targets =
                new TreeSet<>(rows.stream().map(row -> row.property().number()).toList())
                        .stream().mapToInt(number -> number).toArray();
        targetOfRow =
                rows.stream()
                        .mapToInt(row -> Arrays.binarySearch(targets, row.property().number()))
                        .toArray();
        identifies = new boolean[targets.length];
        for (int row = 0; row < targetOfRow.length; row++) {
            identifies[targetOfRow[row]] = rows.get(row).property().identifier();
        }
    }

    /// Of a goal that reads no consent.
    ///
    /// @throws GoalIncomplete with every problem of the goal
    public static ImportPlan of(ImportGoal goal, Collection<ProfileProperty> properties) {
        return of(goal, properties, Set.of(), Instant.EPOCH);
    }

    /// @param objectives all that there are
    /// @param now later than any consent can have been given
    /// @throws GoalIncomplete with every problem of the goal
    public static ImportPlan of(
            ImportGoal goal,
            Collection<ProfileProperty> properties,
            Set<ObjectiveId> objectives,
            Instant now) {
        List<Violation> problems = new ArrayList<>(GoalCheck.problems(goal, properties, ""));
        problems.addAll(GoalCheck.missingObjectives(goal, objectives, ""));
        if (!problems.isEmpty()) {
            throw new GoalIncomplete(goal.name(), problems);
        }
        return new ImportPlan(
                goal.mapping(),
                goal.matching(),
                goal.createWhenNoMatch(),
                goal.source().format().orElse(null) instanceof FileFormat.JsonLines,
                GoalCheck.byId(properties),
                PlannedConsent.of(goal.consent(), objectives, now),
                ColumnNeeds.of(goal));
    }

    /// Of variables that a page has. Its records carry, beside them, who provably looks at the
    /// page, each identifier in its [#fieldOf]. Any of them finds the profile; only a profile that
    /// is made gets them.
    ///
    /// @throws GoalIncomplete with every problem of the goal
    public static ImportPlan of(ImportVariables goal, Collection<ProfileProperty> properties) {
        List<Violation> problems = GoalCheck.problems(goal, properties, "");
        if (!problems.isEmpty()) {
            throw new GoalIncomplete(goal.name(), problems);
        }
        List<ProfileProperty> identifiers =
                properties.stream().filter(ProfileProperty::identifier).toList();
        List<MappingRow> rows = new ArrayList<>(goal.mapping());
        identifiers.forEach(identifier -> rows.add(identity(identifier)));
        Matching matching =
                new Matching(identifiers.stream().map(each -> List.of(each.id())).toList());
        return new ImportPlan(
                rows,
                matching,
                goal.createWhenNoMatch(),
                true,
                GoalCheck.byId(properties),
                PlannedConsent.NONE,
                ColumnNeeds.of(new Matching(List.of()), goal.mapping(), List.of()));
    }

    private static MappingRow identity(ProfileProperty identifier) {
        return new MappingRow(
                Optional.of(fieldOf(identifier.number())),
                List.of(),
                identifier.id(),
                Strategy.SET,
                Restriction.NEW_PROFILES_ONLY,
                OnBadValue.REJECT_RECORD);
    }

    /// Where a record of a page carries an identifier. No variable of a page is called so.
    ///
    /// @param property its number
    public static String fieldOf(int property) {
        return "identifier:" + property;
    }

    private static ProfileProperty property(
            Map<PropertyId, ProfileProperty> properties, PropertyId id) {
        return Objects.requireNonNull(properties.get(id));
    }

    private int[] identifierRows(boolean removing) {
        int[] found = new int[rows.size()];
        int count = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).property().identifier() && rows.get(row).removes() == removing) {
                found[count++] = row;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /// The row that chooses lanes, where there may be several lanes: matching is by one identifier
    /// alone, one row writes it, no row writes another, and a record has one value of it at most.
    private int laneRow(List<MappingRow> mapping) {
        boolean one =
                groups.length == 1
                        && groups[0].length == 1
                        && claimingRows.length == 1
                        && removingRows.length == 0;
        boolean severalPossible =
                !one
                        || mapping.get(claimingRows[0]).processors().stream()
                                .anyMatch(ImportPlan::mayMakeSeveral);
        return one && !severalPossible ? claimingRows[0] : NO_LANES;
    }

    private static boolean mayMakeSeveral(Processor processor) {
        return processor instanceof Processor.Split || processor instanceof Processor.Expression;
    }

    /// Processors, types and bad values of one record, numbered as its source numbers it.
    public MappedRecord map(InputRecord record) {
        return map(record.number(), record);
    }

    /// @param number the record's place within the goal's whole source, where `record` counts only
    ///     within its part
    public MappedRecord map(long number, InputRecord record) {
        return map(number, record, SaidConsent.NOTHING);
    }

    /// As [#map(InputRecord)], of a plan without rows of consent.
    ///
    /// @param besides what is known of the person's consent from elsewhere
    public MappedRecord map(InputRecord record, SaidConsent besides) {
        return map(record.number(), record, besides);
    }

    private MappedRecord map(long number, InputRecord record, SaidConsent besides) {
        List<List<String>> incoming = new ArrayList<>(rows.size());
        BitSet leftOut = NOTHING_LEFT_OUT;
        Findings findings = new Findings();
        String bad = "";
        MappedRecord.Place place = MappedRecord.Place.NONE;
        for (int i = 0; i < rows.size(); i++) {
            PlannedRow row = rows.get(i);
            incoming.add(row.values(record, findings));
            // An unwanted record is nobody's business, whatever else is wrong with it.
            if (findings.filtered()) {
                return new MappedRecord.Filtered(number, record.line());
            }
            if (findings.hasBad()) {
                if (row.onBadValue() == OnBadValue.LEAVE_OUT) {
                    leftOut = leftOut.isEmpty() ? new BitSet(rows.size()) : leftOut;
                    leftOut.set(i);
                } else if (bad.isEmpty()) {
                    bad = row.message(findings);
                    place = row.place(findings);
                }
                findings.clear();
            }
        }
        PlannedConsent.Problem unclear = new PlannedConsent.Problem();
        SaidConsent said =
                consent.saysNothing() ? besides : consent.read(record, findings, unclear);
        if (findings.filtered()) {
            return new MappedRecord.Filtered(number, record.line());
        }
        if (!bad.isEmpty()) {
            return new MappedRecord.Rejected(
                    number, record.line(), "bad-value", bad, place, record.raw());
        }
        if (unclear.isThere()) {
            return new MappedRecord.Rejected(
                    number,
                    record.line(),
                    "consent-unclear",
                    unclear.message(),
                    unclear.place(),
                    record.raw());
        }
        List<Identifier> identifiers = identifiers(claimingRows, incoming, List.of());
        int claims = identifiers.size();
        if (removingRows.length > 0) {
            identifiers = identifiers(removingRows, incoming, identifiers);
        }
        MappedRecord.Mapped mapped =
                new MappedRecord.Mapped(
                        number, record, incoming, leftOut, identifiers, claims, said);
        if (!canBeMatched(identifiers)) {
            return mapped.rejected(
                    "no-identifier", "The record has no value for %s.".formatted(matchingNames()));
        }
        if (laneRow != NO_LANES && identifiers.size() > 1) {
            return mapped.rejected(
                    "several-identifiers",
                    "The record has several values for %s: \"%s\" and \"%s\"."
                            .formatted(
                                    matchingNames(),
                                    PlannedRow.shown(identifiers.get(0).value()),
                                    PlannedRow.shown(identifiers.get(1).value())),
                    new MappedRecord.Place(rows.get(laneRow).field(), identifiers.get(1).value()));
        }
        return mapped;
    }

    private List<Identifier> identifiers(
            int[] of, List<List<String>> incoming, List<Identifier> before) {
        if (of.length == 1 && before.isEmpty()) {
            List<String> values = incoming.get(of[0]);
            if (values.size() == 1) {
                return List.of(identifier(of[0], values.getFirst()));
            }
        }
        List<Identifier> identifiers = new ArrayList<>(before);
        for (int row : of) {
            List<String> values = incoming.get(row);
            for (int i = 0; i < values.size(); i++) {
                identifiers.add(identifier(row, values.get(i)));
            }
        }
        // Only two rows of one property can bring the same identifier twice.
        return mapsIdentifierTwice ? List.copyOf(new LinkedHashSet<>(identifiers)) : identifiers;
    }

    private Identifier identifier(int row, String value) {
        return new Identifier(rows.get(row).property().number(), value);
    }

    private boolean canBeMatched(List<Identifier> identifiers) {
        for (int i = 0; i < identifiers.size(); i++) {
            for (int[] group : groups) {
                for (int property : group) {
                    if (identifiers.get(i).property() == property) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private String matchingNames() {
        Set<String> names = new LinkedHashSet<>();
        for (int[] group : groups) {
            for (int property : group) {
                names.add("\"" + nameOf(property) + "\"");
            }
        }
        return String.join(" or ", names);
    }

    /// Where a record brings an identifier.
    MappedRecord.Place placeOf(Identifier identifier, MappedRecord.Mapped record) {
        for (int row : claimingRows) {
            if (rows.get(row).property().number() == identifier.property()
                    && record.incoming(row).contains(identifier.value())) {
                return new MappedRecord.Place(rows.get(row).field(), identifier.value());
            }
        }
        return new MappedRecord.Place("", identifier.value());
    }

    /// The name of a property that the goal maps.
    String nameOf(int property) {
        return rows.stream()
                .map(PlannedRow::property)
                .filter(mapped -> mapped.number() == property)
                .map(ProfileProperty::name)
                .findFirst()
                .orElseThrow();
    }

    /// Whether records may be spread over several lanes by their identifier without one customer's
    /// records overtaking each other, as far as the goal decides it. It also takes that no profile
    /// has several values of the identifier.
    public boolean mayRunInLanes() {
        return laneRow != NO_LANES;
    }

    /// What chooses the record's lane: its normalised identifier. Records that will not be matched
    /// have "". Cheaper than [#map], because it looks at one row only. Meaningful only where
    /// [#mayRunInLanes].
    public String laneKey(InputRecord record) {
        List<String> values = rows.get(laneRow).values(record, new Findings());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// What the mapping asks of a file's columns.
    public ColumnNeeds columns() {
        return columns;
    }

    /// What was left out, most first, as a sentence's end: `12 of "phone", 3 of "email"`; "" where
    /// nothing was.
    public String said(LeftOut leftOut) {
        Map<String, Long> byName = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            if (leftOut.of(row) > 0) {
                byName.merge(rows.get(row).name(), leftOut.of(row), Long::sum);
            }
        }
        List<Map.Entry<String, Long>> entries = new ArrayList<>(byName.entrySet());
        entries.sort(Map.Entry.<String, Long>comparingByValue().reversed());
        return entries.stream()
                .map(entry -> "%,d of \"%s\"".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    List<PlannedRow> rows() {
        return rows;
    }

    /// Groups of property numbers: a profile matches by every one of a group.
    int[][] groups() {
        return groups;
    }

    boolean createWhenNoMatch() {
        return createWhenNoMatch;
    }

    /// The numbers of the properties that the goal writes, ascending.
    int[] targets() {
        return targets;
    }

    /// The place of a row's property in [#targets].
    int targetOf(int row) {
        return targetOfRow[row];
    }

    /// Whether the property at a place of [#targets] is an identifier.
    boolean identifies(int target) {
        return identifies[target];
    }
}
