package io.connections.adapters.persistence.consent;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.consent.SavedPrivacySettings;
import io.connections.application.consent.SavedPrivacySettings.Saved;
import io.connections.application.consent.port.PrivacySettingsRepository;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.Zone;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Singleton
final class PostgresPrivacySettingsRepository implements PrivacySettingsRepository {
    /// In one statement, so that what is read was saved together.
    @Override
    public Uni<SavedPrivacySettings> get() {
        return Sql.select(
                        """
                        select version, saved_at, saved_by,
                          (select json_object_agg(code, regime) from privacy_zone) as zones
                        from privacy_settings
                        """)
                .map(List::getFirst)
                .map(PostgresPrivacySettingsRepository::settings);
    }

    @Override
    public Uni<Boolean> save(SavedPrivacySettings settings, Version from) {
        return Sql.change(
                        """
                        update privacy_settings set version = ?2,
                          saved_at = cast(nullif(?3, '') as timestamptz), saved_by = nullif(?4, '')
                        where version = ?1
                        """,
                        from.number(),
                        settings.version().number(),
                        settings.saved().map(saved -> saved.at().toString()).orElse(""),
                        settings.saved().map(Saved::by).orElse(""))
                .chain(
                        updated ->
                                updated == 0
                                        ? Uni.createFrom().item(false)
                                        : replaceZones(settings.settings()).replaceWith(true));
    }

    private static Uni<Integer> replaceZones(PrivacySettings settings) {
        JsonObject zones = new JsonObject();
        settings.zones().forEach(zone -> zones.put(zone.code(), settings.regimeOf(zone).name()));
        return Sql.change("delete from privacy_zone")
                .chain(
                        () ->
                                Sql.change(
                                        """
                                        insert into privacy_zone (code, regime)
                                        select key, value
                                        from jsonb_each_text(cast(cast(?1 as text) as jsonb))
                                        """,
                                        zones.encode()));
    }

    private static SavedPrivacySettings settings(JsonObject row) {
        Map<Zone, Regime> regimes = new HashMap<>();
        row.getJsonObject("zones")
                .forEach(
                        each ->
                                regimes.put(
                                        new Zone(each.getKey()),
                                        Regime.valueOf((String) each.getValue())));
        Regime restOfWorld = regimes.getOrDefault(Zone.REST_OF_WORLD, Regime.OPT_IN);
        return new SavedPrivacySettings(
                PrivacySettings.of(restOfWorld, regimes),
                new Version(row.getLong("version")),
                Optional.ofNullable(row.getString("saved_at"))
                        .map(
                                at ->
                                        new Saved(
                                                OffsetDateTime.parse(at).toInstant(),
                                                row.getString("saved_by"))));
    }
}
