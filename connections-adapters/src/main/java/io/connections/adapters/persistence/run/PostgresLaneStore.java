package io.connections.adapters.persistence.run;

import io.connections.application.run.port.ChunkConflict;
import io.connections.application.run.port.ChunkRefused;
import io.connections.application.run.port.ChunkStore.Answer;
import io.connections.application.run.port.ChunkStore.LaneStore;
import io.connections.application.run.port.ChunkStore.Step;
import io.connections.application.run.port.CrashPoints;
import io.connections.application.run.port.CrashPoints.Point;
import io.connections.application.run.port.FenceLost;
import io.connections.application.run.port.LanePosition;
import io.connections.application.run.port.Lease;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.domain.consent.Zone;
import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.ChunkDecision.ChangedProfile;
import io.connections.domain.goal.ChunkDecision.LedgerEntry;
import io.connections.domain.goal.ChunkDecision.NewProfile;
import io.connections.domain.goal.ChunkDecision.OwnedIdentifier;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.Disposition;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.goal.MappedRecord.Rejected;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// One lane's connection. What it reads takes no locks; what it writes is checked by version.
final class PostgresLaneStore implements LaneStore {
    private static final int MAX_RAW = 65_536;
    private static final Comparator<OwnedIdentifier> BY_KEY =
            Comparator.comparingInt((OwnedIdentifier owned) -> owned.identifier().property())
                    .thenComparing(owned -> owned.identifier().value());

    private final Connection connection;
    private final CopyManager copies;
    private final CrashPoints crashPoints;
    private final Lease lease;
    private final int goal;
    private final int lane;
    private final UUID run;
    private final UUID goalId;
    private final Bytes buffer = new Bytes(1 << 17);
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Set<Integer> knownMultiValued = new HashSet<>();
    private boolean broken;

    PostgresLaneStore(
            Connection connection, CrashPoints crashPoints, Lease lease, int goal, int lane)
            throws SQLException {
        this.connection = connection;
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
        this.crashPoints = crashPoints;
        this.lease = lease;
        this.goal = goal;
        this.lane = lane;
        this.run = lease.share().run().value();
        this.goalId =
                lease.goals().stream()
                        .filter(step -> step.ordinal() == goal)
                        .findFirst()
                        .orElseThrow()
                        .goal()
                        .value();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    """
                    create temporary table if not exists changed_profile (
                      id uuid, version bigint, properties jsonb) on commit delete rows
                    """);
            // A handful of rows against a large table, always: without statistics of the staging
            // table and of arrays the planner would now and then read the large one whole.
            statement.execute("set enable_hashjoin = off; set enable_mergejoin = off");
        }
    }

    @Override
    public KnownProfiles lookUp(Collection<Identifier> identifiers) {
        Map<Integer, List<String>> byProperty = new HashMap<>();
        for (Identifier identifier : identifiers) {
            byProperty
                    .computeIfAbsent(
                            identifier.property(), _ -> new ArrayList<>(identifiers.size()))
                    .add(identifier.value());
        }
        KnownProfiles.Builder known = KnownProfiles.builder(identifiers.size());
        Map<UUID, KnownProfile> profiles = HashMap.newHashMap(identifiers.size());
        try {
            connection.setAutoCommit(true);
            for (Map.Entry<Integer, List<String>> entry : byProperty.entrySet()) {
                lookUp(entry.getKey(), sortedOnce(entry.getValue()), known, profiles);
            }
        } catch (SQLException e) {
            throw unexpected(e);
        }
        return known.build();
    }

    /// Sorted, so that neighbours in the index are asked for together. Most files are sorted
    /// already, or nearly so.
    private static String[] sortedOnce(List<String> values) {
        String[] sorted = values.toArray(String[]::new);
        Arrays.sort(sorted);
        int count = 0;
        for (String value : sorted) {
            if (count == 0 || !value.equals(sorted[count - 1])) {
                sorted[count++] = value;
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    private void lookUp(
            int property,
            String[] values,
            KnownProfiles.Builder known,
            Map<UUID, KnownProfile> profiles)
            throws SQLException {
        PreparedStatement statement =
                prepared(
                        """
                        select i.value, p.id, p.version, p.properties, p.zone
                        from profile_identifier i join profile p on p.id = i.profile_id
                        where i.property = ? and i.value = any (?)
                        """);
        statement.setInt(1, property);
        statement.setArray(2, connection.createArrayOf("text", values));
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                UUID id = rows.getObject(2, UUID.class);
                KnownProfile profile = profiles.get(id);
                if (profile == null) {
                    profile = profile(id, rows);
                    profiles.put(id, profile);
                }
                known.owner(new Identifier(property, rows.getString(1)), profile);
            }
        }
    }

    private static KnownProfile profile(UUID id, ResultSet row) throws SQLException {
        String zone = row.getString(5);
        return new KnownProfile(
                new ProfileId(id),
                row.getLong(3),
                ProfileDocuments.read(row.getBytes(4)),
                zone == null ? Zone.REST_OF_WORLD : new Zone(zone));
    }

    @Override
    public Answer write(ChunkDecision decision, Step step) throws ChunkConflict, ChunkRefused {
        try {
            connection.setAutoCommit(false);
            if (stopRequested()) {
                connection.rollback();
                return Answer.STOP_REQUESTED;
            }
            if (!advance(decision.counts(), step)) {
                connection.rollback();
                return Answer.COMMITTED;
            }
            crashPoints.reached(Point.BEFORE_COPY);
            effects(decision, step);
            crashPoints.reached(Point.BEFORE_COMMIT);
            connection.commit();
            crashPoints.reached(Point.AFTER_COMMIT);
            return Answer.COMMITTED;
        } catch (SQLException e) {
            rollBack();
            if (SqlFailures.conflict(e)) {
                throw new ChunkConflict(SqlFailures.described(e));
            }
            if (SqlFailures.refused(e)) {
                throw new ChunkRefused(SqlFailures.described(e), SqlFailures.withoutValues(e));
            }
            throw unexpected(e);
        } catch (ChunkConflict | RuntimeException e) {
            rollBack();
            throw e;
        }
    }

    private boolean stopRequested() throws SQLException {
        PreparedStatement statement =
                prepared(
                        """
                        select s.fence, r.stop_requested
                        from run_share s join run r on r.id = s.run_id
                        where s.run_id = ? and s.share = ? for share of s
                        """);
        statement.setObject(1, run);
        statement.setInt(2, lease.share().share());
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next() || row.getLong(1) != lease.fence()) {
                throw new FenceLost(lease.share());
            }
            return row.getBoolean(2);
        }
    }

    /// @return false when this very chunk is committed already, by an attempt whose answer was lost
    private boolean advance(Counts counts, Step step) throws SQLException {
        PreparedStatement statement =
                prepared(
                        """
                        update run_lane set part = ?, position = ?, proof_bytes = ?,
                          proof_sha256 = ?, read = read + ?, created = created + ?,
                          updated = updated + ?, unchanged = unchanged + ?,
                          skipped_for_consent = skipped_for_consent + ?,
                          skipped_without_match = skipped_without_match + ?,
                          filtered = filtered + ?, rejected = rejected + ?
                        where run_id = ? and ordinal = ? and share = ? and lane = ?
                          and part = ? and position = ?
                        """);
        LanePosition to = step.to();
        statement.setInt(1, to.part());
        statement.setLong(2, to.number());
        statement.setObject(3, to.proof().map(Proof::bytes).orElse(null), Types.BIGINT);
        statement.setString(4, to.proof().map(Proof::sha256).orElse(null));
        setCounts(statement, 5, counts);
        statement.setObject(13, run);
        statement.setInt(14, goal);
        statement.setInt(15, lease.share().share());
        statement.setInt(16, lane);
        statement.setInt(17, step.from().part());
        statement.setLong(18, step.from().number());
        if (statement.executeUpdate() == 1) {
            return true;
        }
        if (standsAt(to)) {
            return false;
        }
        throw new IllegalStateException(
                "lane %d does not stand at %s".formatted(lane, step.from()));
    }

    private boolean standsAt(LanePosition position) throws SQLException {
        PreparedStatement statement =
                prepared(
                        """
                        select part, position from run_lane
                        where run_id = ? and ordinal = ? and share = ? and lane = ?
                        """);
        statement.setObject(1, run);
        statement.setInt(2, goal);
        statement.setInt(3, lease.share().share());
        statement.setInt(4, lane);
        try (ResultSet row = statement.executeQuery()) {
            return row.next()
                    && row.getInt(1) == position.part()
                    && row.getLong(2) == position.number();
        }
    }

    private void effects(ChunkDecision decision, Step step) throws SQLException, ChunkConflict {
        change(decision.changed());
        create(decision.created());
        removeIdentifiers(decision.identifiersRemoved());
        addIdentifiers(decision.identifiersAdded());
        noteSeveralValues(decision);
        ledger(decision.ledger());
        reject(decision.rejected(), step.to().part());
        chunk(decision.counts(), step);
    }

    private void create(List<NewProfile> profiles) throws SQLException {
        if (profiles.isEmpty()) {
            return;
        }
        copy(
                "copy profile (id, properties)",
                copy -> {
                    for (NewProfile profile : profiles) {
                        copy.row(2);
                        copy.uuid(profile.id().value());
                        copy.jsonb(out -> ProfileDocuments.write(profile.values(), out));
                    }
                });
    }

    private void change(List<ChangedProfile> profiles) throws SQLException, ChunkConflict {
        if (profiles.isEmpty()) {
            return;
        }
        copy(
                "copy changed_profile (id, version, properties)",
                copy -> {
                    for (ChangedProfile profile : profiles) {
                        copy.row(3);
                        copy.uuid(profile.id().value());
                        copy.int8(profile.expectedVersion());
                        copy.jsonb(out -> ProfileDocuments.write(profile.values(), out));
                    }
                });
        int updated =
                prepared(
                                """
                                update profile p
                                set properties = c.properties, version = p.version + 1,
                                  modified_at = now()
                                from changed_profile c
                                where p.id = c.id and p.version = c.version
                                """)
                        .executeUpdate();
        if (updated != profiles.size()) {
            throw new ChunkConflict(
                    "%d of %d profiles were changed by somebody else"
                            .formatted(profiles.size() - updated, profiles.size()));
        }
    }

    private void removeIdentifiers(List<OwnedIdentifier> identifiers)
            throws SQLException, ChunkConflict {
        if (identifiers.isEmpty()) {
            return;
        }
        PreparedStatement statement =
                prepared(
                        """
                        delete from profile_identifier i
                        using unnest(?, ?, ?) as gone (property, value, profile_id)
                        where i.property = gone.property and i.value = gone.value
                          and i.profile_id = gone.profile_id
                        """);
        List<OwnedIdentifier> sorted = sorted(identifiers);
        statement.setArray(
                1,
                connection.createArrayOf(
                        "int4", sorted.stream().map(o -> o.identifier().property()).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "text", sorted.stream().map(o -> o.identifier().value()).toArray()));
        statement.setArray(
                3,
                connection.createArrayOf(
                        "uuid", sorted.stream().map(o -> o.owner().value()).toArray()));
        if (statement.executeUpdate() != identifiers.size()) {
            throw new ChunkConflict("an identifier was taken away by somebody else");
        }
    }

    /// Sorted: neighbours in the index, and two transactions never wait for each other crosswise.
    private void addIdentifiers(List<OwnedIdentifier> identifiers) throws SQLException {
        if (identifiers.isEmpty()) {
            return;
        }
        List<OwnedIdentifier> sorted = sorted(identifiers);
        copy(
                "copy profile_identifier (property, value, profile_id)",
                copy -> {
                    for (OwnedIdentifier owned : sorted) {
                        copy.row(3);
                        copy.int4(owned.identifier().property());
                        copy.text(owned.identifier().value());
                        copy.uuid(owned.owner().value());
                    }
                });
    }

    private static List<OwnedIdentifier> sorted(List<OwnedIdentifier> identifiers) {
        List<OwnedIdentifier> sorted = new ArrayList<>(identifiers);
        sorted.sort(BY_KEY);
        return sorted;
    }

    private void noteSeveralValues(ChunkDecision decision) throws SQLException {
        for (int property : decision.multiValued()) {
            if (knownMultiValued.contains(property)) {
                continue;
            }
            PreparedStatement statement =
                    prepared(
                            """
                            update profile_property set multi_valued = true
                            where number = ? and not multi_valued
                            """);
            statement.setInt(1, property);
            statement.executeUpdate();
            knownMultiValued.add(property);
        }
    }

    private void ledger(List<LedgerEntry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        copy(
                "copy profile_change"
                        + " (seq, profile_id, run_id, goal_id, record_no, disposition, before)",
                copy -> {
                    int seq = 0;
                    for (LedgerEntry entry : entries) {
                        copy.row(7);
                        copy.int4(++seq);
                        copy.uuid(entry.profile().value());
                        copy.uuid(run);
                        copy.uuid(goalId);
                        copy.int8(entry.recordNumber());
                        copy.letter(letter(entry.disposition()));
                        if (entry.before().isEmpty()) {
                            copy.absent();
                        } else {
                            copy.jsonb(out -> ProfileDocuments.write(entry.before(), out));
                        }
                    }
                });
    }

    private static char letter(Disposition disposition) {
        return switch (disposition) {
            case CREATED -> 'C';
            case UPDATED -> 'U';
            case UNCHANGED -> 'N';
            case SKIPPED_FOR_CONSENT -> 'H';
            case SKIPPED_WITHOUT_MATCH, FILTERED, REJECTED ->
                    throw new IllegalStateException(disposition + " met no profile");
        };
    }

    private void reject(List<Rejected> records, int part) throws SQLException {
        if (records.isEmpty()) {
            return;
        }
        copy(
                "copy rejected_record (run_id, ordinal, part, number, line, reason, message, raw)",
                copy -> {
                    for (Rejected record : records) {
                        copy.row(8);
                        copy.uuid(run);
                        copy.int4(goal);
                        copy.int4(part);
                        copy.int8(record.number());
                        copy.int8(record.line());
                        copy.text(storable(record.code()));
                        copy.text(storable(record.message()));
                        copy.text(storable(record.raw()));
                    }
                });
    }

    /// At most 64 KiB of UTF-8.
    private static String storable(String text) {
        String clean = StoredText.of(text);
        if (clean.length() <= MAX_RAW / 3) {
            return clean;
        }
        byte[] utf8 = clean.getBytes(StandardCharsets.UTF_8);
        if (utf8.length <= MAX_RAW) {
            return clean;
        }
        int end = MAX_RAW;
        while ((utf8[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(utf8, 0, end, StandardCharsets.UTF_8);
    }

    private void chunk(Counts counts, Step step) throws SQLException {
        PreparedStatement statement =
                prepared(
                        """
                        insert into run_chunk (read, created, updated, unchanged,
                          skipped_for_consent, skipped_without_match, filtered, rejected,
                          run_id, ordinal, share, lane, bytes)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
        setCounts(statement, 1, counts);
        statement.setObject(9, run);
        statement.setInt(10, goal);
        statement.setInt(11, lease.share().share());
        statement.setInt(12, lane);
        statement.setLong(13, step.to().proof().map(Proof::bytes).orElse(0L));
        statement.executeUpdate();
    }

    private static void setCounts(PreparedStatement statement, int first, Counts counts)
            throws SQLException {
        statement.setLong(first, counts.read());
        statement.setLong(first + 1, counts.created());
        statement.setLong(first + 2, counts.updated());
        statement.setLong(first + 3, counts.unchanged());
        statement.setLong(first + 4, counts.skippedForConsent());
        statement.setLong(first + 5, counts.skippedWithoutMatch());
        statement.setLong(first + 6, counts.filtered());
        statement.setLong(first + 7, counts.rejected());
    }

    private interface Rows {
        void writeTo(BinaryCopy copy) throws SQLException;
    }

    private void copy(String statement, Rows rows) throws SQLException {
        BinaryCopy copy = new BinaryCopy(copies, statement, buffer);
        try {
            rows.writeTo(copy);
            copy.end();
        } finally {
            copy.cancelIfOpen();
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    private RuntimeException unexpected(SQLException e) {
        broken = true;
        return SqlFailures.unexpected(e);
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException _) {
            // The connection is gone, and with it the transaction.
            broken = true;
        }
    }

    @Override
    public void close() {
        try (connection) {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
            if (!broken) {
                connection.setAutoCommit(true);
                try (var statement = connection.createStatement()) {
                    statement.execute("reset enable_hashjoin; reset enable_mergejoin");
                }
            }
        } catch (SQLException _) {
            // Closing is all that was wanted of it.
        }
    }
}
