package io.connections.domain.visitor;

import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.Zone;
import java.util.Collection;
import java.util.List;

/// What the tag may do on a page.
///
/// @param zone that counts for the visitor
/// @param remember whether the browser may keep who this is, and what happens may be told
public record Admission(Zone zone, Regime regime, boolean remember) {
    /// In an opt-in zone a visitor is remembered who has granted something; in an opt-out zone also
    /// one who has refused nothing that can be refused there. Whoever said no to all that a site
    /// asked cannot know what objectives are made later.
    ///
    /// @param said where the site says the visitor is
    /// @param objectives all that there are
    public static Admission of(
            PrivacySettings settings,
            Collection<Objective> objectives,
            Zone said,
            Consents consents) {
        Zone zone = settings.counted(said);
        Regime regime = settings.regimeOf(zone);
        return new Admission(
                zone,
                regime,
                switch (regime) {
                    case OPT_IN -> says(consents, Answer.GRANTED, objectives);
                    case OPT_OUT -> {
                        List<Objective> askedFor =
                                objectives.stream()
                                        .filter(each -> settings.needsConsent(each, zone))
                                        .toList();
                        yield says(consents, Answer.GRANTED, askedFor)
                                || !says(consents, Answer.REFUSED, askedFor);
                    }
                });
    }

    private static boolean says(
            Consents consents, Answer answer, Collection<Objective> objectives) {
        return objectives.stream().anyMatch(each -> consents.say(answer, each.id()));
    }

    /// Of a browser that keeps nothing but the wish not to be remembered.
    public static Admission ofNobody(PrivacySettings settings, Zone said) {
        Zone zone = settings.counted(said);
        return new Admission(zone, settings.regimeOf(zone), false);
    }
}
