package io.connections.adapters.run;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.run.port.RecordSource;
import io.connections.application.run.port.RunSetups;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.Zone;
import io.connections.domain.goal.ConsentMeaning;
import io.connections.domain.goal.ConsentRow;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileSelection;
import io.connections.domain.goal.FileSelection.AfterImport;
import io.connections.domain.goal.FileSelection.Compression;
import io.connections.domain.goal.FileSelection.Pick;
import io.connections.domain.goal.FileSource;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.MappingRow;
import io.connections.domain.goal.Matching;
import io.connections.domain.goal.OnBadValue;
import io.connections.domain.goal.Processor;
import io.connections.domain.goal.Restriction;
import io.connections.domain.goal.Strategy;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/// The setup of one connection that imports customers of ten columns; where the file comes from is
/// the caller's.
public final class CustomerImport implements RunSetups, RunSetups.RunSetup {
    public static final GoalId GOAL = new GoalId(new UUID(7, 7));
    public static final UUID CONNECTION = new UUID(0x019a_0000_0000_7000L, 1L);
    public static final ObjectiveId OBJECTIVE = new ObjectiveId("objective-1");
    public static final List<String> FIELDS =
            List.of(
                    "customer_id",
                    "email",
                    "first_name",
                    "last_name",
                    "street",
                    "city",
                    "country",
                    "birthday",
                    "points",
                    "newsletter");

    /// Opens the goal's files.
    public interface Opener {
        RecordSource open(ImportGoal goal) throws ConnectorFailed;
    }

    private final Opener opener;
    private final boolean emailIdentifies;
    private final boolean pointsAddUp;
    private final AfterImport afterImport;
    private final String folder;
    private final OnBadValue onBadValue;
    private final RunConsent consent;
    private final List<ConsentRow> consentRows;

    private CustomerImport(
            Opener opener,
            boolean emailIdentifies,
            boolean pointsAddUp,
            AfterImport afterImport,
            String folder,
            OnBadValue onBadValue,
            RunConsent consent,
            List<ConsentRow> consentRows) {
        this.consent = consent;
        this.consentRows = List.copyOf(consentRows);
        this.onBadValue = onBadValue;
        this.opener = opener;
        this.emailIdentifies = emailIdentifies;
        this.pointsAddUp = pointsAddUp;
        this.afterImport = afterImport;
        this.folder = folder;
    }

    public static CustomerImport from(Opener opener) {
        return new CustomerImport(
                opener,
                false,
                false,
                new AfterImport.Leave(),
                "",
                OnBadValue.REJECT_RECORD,
                new RunConsent(ConsentGate.forNoObjectives(), Set.of()),
                List.of());
    }

    public CustomerImport withEmailAsSecondIdentifier() {
        return new CustomerImport(
                opener, true, pointsAddUp, afterImport, folder, onBadValue, consent, consentRows);
    }

    /// Each record adds its points, so that a record applied twice shows in the profile.
    public CustomerImport addingUpPoints() {
        return new CustomerImport(
                opener,
                emailIdentifies,
                true,
                afterImport,
                folder,
                onBadValue,
                consent,
                consentRows);
    }

    public CustomerImport afterwards(AfterImport wanted) {
        return new CustomerImport(
                opener,
                emailIdentifies,
                pointsAddUp,
                wanted,
                folder,
                onBadValue,
                consent,
                consentRows);
    }

    public CustomerImport inFolder(String wanted) {
        return new CustomerImport(
                opener,
                emailIdentifies,
                pointsAddUp,
                afterImport,
                wanted,
                onBadValue,
                consent,
                consentRows);
    }

    /// Values that do not fit cost the value and not the record.
    public CustomerImport leavingBadValuesOut() {
        return new CustomerImport(
                opener,
                emailIdentifies,
                pointsAddUp,
                afterImport,
                folder,
                OnBadValue.LEAVE_OUT,
                consent,
                consentRows);
    }

    /// Linked to so many objectives that need consent everywhere, [#OBJECTIVE] the first. The file
    /// says *yes* to the first for everybody where it brings consent, and its column *newsletter*
    /// answers to the second, if there is one.
    public CustomerImport linkedTo(int objectives, boolean bringingConsent) {
        List<Objective> all =
                IntStream.rangeClosed(1, objectives)
                        .mapToObj(
                                i ->
                                        new Objective(
                                                new ObjectiveId("objective-" + i),
                                                "Objective " + i,
                                                Set.of(Zone.REST_OF_WORLD)))
                        .toList();
        List<ObjectiveId> ids = all.stream().map(Objective::id).toList();
        List<ConsentRow> rows = new ArrayList<>();
        if (bringingConsent) {
            rows.add(
                    new ConsentRow(
                            Optional.empty(),
                            List.of(new Processor.FixedValue("yes")),
                            new ConsentMeaning.AnswerTo(OBJECTIVE)));
            ids.stream()
                    .skip(1)
                    .limit(1)
                    .forEach(
                            second ->
                                    rows.add(
                                            new ConsentRow(
                                                    Optional.of("newsletter"),
                                                    List.of(),
                                                    new ConsentMeaning.AnswerTo(second))));
        }
        return new CustomerImport(
                opener,
                emailIdentifies,
                pointsAddUp,
                afterImport,
                folder,
                onBadValue,
                new RunConsent(
                        ConsentGate.of(PrivacySettings.of(Regime.OPT_IN, Map.of()), ids, all),
                        Set.copyOf(ids)),
                rows);
    }

    @Override
    public RunSetup load(Run.Order order) {
        return this;
    }

    @Override
    public RunConsent consent() {
        return consent;
    }

    @Override
    public Optional<ImportGoal> goal(GoalId id) {
        return Optional.of(goal());
    }

    public ImportGoal goal() {
        List<MappingRow> rows = new ArrayList<>();
        for (String field : FIELDS) {
            rows.add(
                    new MappingRow(
                            Optional.of(field),
                            List.of(),
                            new PropertyId(field),
                            pointsAddUp && field.equals("points") ? Strategy.SUM : Strategy.SET,
                            Restriction.ALL_PROFILES,
                            onBadValue));
        }
        return new ImportGoal(
                GOAL,
                "Customers",
                true,
                new FileSource(
                        new FileSelection(
                                folder, "*.csv", Pick.ALL_BY_NAME, Compression.AUTO, afterImport),
                        Optional.of(
                                new FileFormat.Csv(
                                        FileFormat.Encoding.UTF_8,
                                        ',',
                                        Optional.of('"'),
                                        Optional.empty(),
                                        true))),
                new Matching(List.of(List.of(new PropertyId("customer_id")))),
                true,
                rows,
                consentRows);
    }

    @Override
    public RecordSource open(ImportGoal goal) throws ConnectorFailed {
        return opener.open(goal);
    }

    @Override
    public List<StoredProperty> properties() {
        List<StoredProperty> properties = new ArrayList<>();
        for (String field : FIELDS) {
            boolean identifier =
                    field.equals("customer_id") || (emailIdentifies && field.equals("email"));
            properties.add(
                    new StoredProperty(
                            new ProfileProperty(
                                    new PropertyId(field),
                                    FIELDS.indexOf(field) + 1,
                                    field,
                                    type(field),
                                    identifier,
                                    true),
                            false));
        }
        return properties;
    }

    private static PropertyType type(String field) {
        return switch (field) {
            case "email" -> new PropertyType.Email();
            case "birthday" -> new PropertyType.Date();
            case "points" -> new PropertyType.WholeNumber();
            case "newsletter" -> new PropertyType.YesNo();
            default -> new PropertyType.Text();
        };
    }
}
