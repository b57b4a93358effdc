package io.connections.domain.consent;

import io.connections.domain.kernel.Violation;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Every zone that settings can be made for. A text that names none of them is refused and never
/// taken for *rest of world*: a misspelt `gdpr` would let out what opt-in holds back.
///
/// The regimes are a beginning for whoever makes the settings, and no legal advice.
public final class KnownZones {
    private static final List<KnownZone> ALL = new ArrayList<>();
    private static final Map<String, KnownZone> BY_SPELLING = new HashMap<>();

    /// Names that several places have for laws of their own.
    private static final Map<String, List<KnownZone>> AMBIGUOUS = new HashMap<>();

    static {
        add("gdpr", "GDPR", "European Union and European Economic Area", Regime.OPT_IN);
        alsoWritten("gdpr", "EU GDPR", "DSGVO", "RGPD");
        add("uk-gdpr", "UK GDPR", "United Kingdom", Regime.OPT_IN);
        alsoWritten("uk-gdpr", "GDPR UK");
        add("fadp", "FADP", "Switzerland", Regime.OPT_OUT);
        alsoWritten("fadp", "nFADP", "revFADP", "nDSG", "revDSG", "nLPD");
        add("kvkk", "KVKK", "Türkiye", Regime.OPT_IN);

        add("lgpd", "LGPD", "Brazil", Regime.OPT_IN);
        add("pipeda", "PIPEDA", "Canada", Regime.OPT_IN);
        add("law-25", "Law 25", "Quebec, Canada", Regime.OPT_IN);
        alsoWritten("law-25", "Loi 25", "Quebec Law 25", "Bill 64");
        add("argentina-pdpa", "PDPA (Argentina)", "Argentina", Regime.OPT_IN);
        alsoWritten("argentina-pdpa", "Ley 25.326", "Law 25.326");
        add("ley-1581", "Law 1581", "Colombia", Regime.OPT_IN);
        alsoWritten("ley-1581", "Ley 1581");
        add("lfpdppp", "LFPDPPP", "Mexico", Regime.OPT_OUT);

        add("popia", "POPIA", "South Africa", Regime.OPT_IN);
        alsoWritten("popia", "POPI Act", "POPI");
        add("nigeria-ndpa", "NDPA", "Nigeria", Regime.OPT_IN);
        alsoWritten("nigeria-ndpa", "NDP Act", "Nigeria Data Protection Act");
        add("kenya-dpa", "DPA (Kenya)", "Kenya", Regime.OPT_IN);
        add("israel-ppl", "PPL (Israel)", "Israel", Regime.OPT_IN);
        add("saudi-pdpl", "PDPL (Saudi Arabia)", "Saudi Arabia", Regime.OPT_IN);
        add("uae-pdpl", "PDPL (United Arab Emirates)", "United Arab Emirates", Regime.OPT_IN);
        add("bahrain-pdpl", "PDPL (Bahrain)", "Bahrain", Regime.OPT_IN);

        add("appi", "APPI", "Japan", Regime.OPT_IN);
        add("pipl", "PIPL", "China", Regime.OPT_IN);
        add("pdpo", "PDPO", "Hong Kong", Regime.OPT_IN);
        add("pipa", "PIPA", "South Korea", Regime.OPT_IN);
        // Delaware's is called so too, but seldom; who means that one is treated more strictly so.
        add("dpdpa", "DPDPA", "India", Regime.OPT_IN);
        alsoWritten("dpdpa", "DPDP", "DPDP Act");
        add("singapore-pdpa", "PDPA (Singapore)", "Singapore", Regime.OPT_IN);
        add("thailand-pdpa", "PDPA (Thailand)", "Thailand", Regime.OPT_IN);
        add("malaysia-pdpa", "PDPA (Malaysia)", "Malaysia", Regime.OPT_IN);
        add("taiwan-pdpa", "PDPA (Taiwan)", "Taiwan", Regime.OPT_IN);
        add("uu-pdp", "UU PDP", "Indonesia", Regime.OPT_IN);
        add("philippines-dpa", "DPA (Philippines)", "Philippines", Regime.OPT_IN);
        add("vietnam-pdpl", "PDPL (Vietnam)", "Vietnam", Regime.OPT_IN);
        add("australia-privacy-act", "Privacy Act (Australia)", "Australia", Regime.OPT_OUT);
        add("new-zealand-privacy-act", "Privacy Act (New Zealand)", "New Zealand", Regime.OPT_OUT);

        add("ccpa", "CCPA", "California, USA", Regime.OPT_OUT);
        alsoWritten("ccpa", "CPRA", "CCPA/CPRA");
        add("vcdpa", "VCDPA", "Virginia, USA", Regime.OPT_OUT);
        add("colorado-cpa", "CPA (Colorado)", "Colorado, USA", Regime.OPT_OUT);
        alsoWritten("colorado-cpa", "Colorado Privacy Act");
        add("ctdpa", "CTDPA", "Connecticut, USA", Regime.OPT_OUT);
        add("ucpa", "UCPA", "Utah, USA", Regime.OPT_OUT);
        add("tdpsa", "TDPSA", "Texas, USA", Regime.OPT_OUT);
        add("ocpa", "OCPA", "Oregon, USA", Regime.OPT_OUT);
        add("fdbr", "FDBR", "Florida, USA", Regime.OPT_OUT);
        add("montana-cdpa", "CDPA (Montana)", "Montana, USA", Regime.OPT_OUT);
        alsoWritten("montana-cdpa", "MTCDPA");
        add("delaware-pdpa", "PDPA (Delaware)", "Delaware, USA", Regime.OPT_OUT);
        add("iowa-cdpa", "CDPA (Iowa)", "Iowa, USA", Regime.OPT_OUT);
        alsoWritten("iowa-cdpa", "ICDPA");
        add("nebraska-dpa", "DPA (Nebraska)", "Nebraska, USA", Regime.OPT_OUT);
        add("nhpa", "NHPA", "New Hampshire, USA", Regime.OPT_OUT);
        add("njdpa", "NJDPA", "New Jersey, USA", Regime.OPT_OUT);
        add("tipa", "TIPA", "Tennessee, USA", Regime.OPT_OUT);
        add("minnesota-cdpa", "CDPA (Minnesota)", "Minnesota, USA", Regime.OPT_OUT);
        add("modpa", "MODPA", "Maryland, USA", Regime.OPT_OUT);
        add("indiana-cdpa", "CDPA (Indiana)", "Indiana, USA", Regime.OPT_OUT);
        alsoWritten("indiana-cdpa", "INCDPA");
        add("kentucky-cdpa", "CDPA (Kentucky)", "Kentucky, USA", Regime.OPT_OUT);
        alsoWritten("kentucky-cdpa", "KCDPA");
        add("ridtppa", "RIDTPPA", "Rhode Island, USA", Regime.OPT_OUT);

        add(
                Zone.REST_OF_WORLD.code(),
                "Rest of world",
                "Everywhere else, and wherever a profile's zone is not known",
                Regime.OPT_IN);
        // What systems of this model write where there is no zone.
        alsoWritten(Zone.REST_OF_WORLD.code(), "ROW", "NONE");

        ambiguous(
                "PDPA",
                "argentina-pdpa",
                "singapore-pdpa",
                "thailand-pdpa",
                "malaysia-pdpa",
                "taiwan-pdpa",
                "delaware-pdpa");
        ambiguous("PDPL", "saudi-pdpl", "uae-pdpl", "bahrain-pdpl", "vietnam-pdpl");
        ambiguous("NDPA", "nigeria-ndpa", "nebraska-dpa");
        ambiguous("Privacy Act", "australia-privacy-act", "new-zealand-privacy-act");
        ambiguous("MCDPA", "montana-cdpa", "minnesota-cdpa");
    }

    private KnownZones() {}

    /// By region, *rest of world* last.
    public static List<KnownZone> all() {
        return List.copyOf(ALL);
    }

    /// The zone of that code or name, however it is written: `UK GDPR`, `uk_gdpr`, `Uk-Gdpr`. Empty
    /// where no zone is meant, or no single one.
    public static Optional<Zone> of(String text) {
        return Optional.ofNullable(BY_SPELLING.get(spelling(text))).map(KnownZone::zone);
    }

    /// Empty for a zone that was known once.
    public static Optional<KnownZone> about(Zone zone) {
        return ALL.stream().filter(known -> known.zone().equals(zone)).findFirst();
    }

    /// As people call it: `GDPR`; the code of one that was known once.
    static String name(Zone zone) {
        return about(zone).map(KnownZone::name).orElse(zone.code());
    }

    /// What keeps the text from being a zone, with what to write instead.
    public static Optional<Violation> violation(String pointer, String text) {
        if (of(text).isPresent()) {
            return Optional.empty();
        }
        if (spelling(text).isEmpty()) {
            return Optional.of(
                    new Violation(pointer, "required", "Say which zone, such as gdpr or ccpa."));
        }
        List<KnownZone> meant = AMBIGUOUS.getOrDefault(spelling(text), List.of());
        return Optional.of(
                meant.isEmpty()
                        ? new Violation(
                                pointer,
                                "zone-unknown",
                                "'%s' is no zone. Write its code, such as gdpr, uk-gdpr, ccpa or rest-of-world."
                                        .formatted(shortened(text)))
                        : new Violation(
                                pointer,
                                "zone-ambiguous",
                                "'%s' may be the law of several places. Write %s."
                                        .formatted(shortened(text), codes(meant))));
    }

    private static void add(String code, String name, String place, Regime usual) {
        KnownZone known = new KnownZone(new Zone(code), name, place, usual);
        ALL.add(known);
        spelled(code, known);
        spelled(name, known);
    }

    private static void alsoWritten(String code, String... spellings) {
        for (String each : spellings) {
            spelled(each, known(code));
        }
    }

    private static void spelled(String text, KnownZone known) {
        KnownZone other = BY_SPELLING.putIfAbsent(spelling(text), known);
        if (other != null && !other.equals(known)) {
            throw new IllegalStateException("two zones are written '%s'".formatted(text));
        }
    }

    private static void ambiguous(String text, String... codes) {
        AMBIGUOUS.put(spelling(text), List.of(codes).stream().map(KnownZones::known).toList());
    }

    private static KnownZone known(String code) {
        return about(new Zone(code)).orElseThrow();
    }

    /// Letters and digits alone, without case and accents.
    private static String spelling(String text) {
        StringBuilder spelling = new StringBuilder();
        Normalizer.normalize(shortened(text), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(spelling::appendCodePoint);
        return spelling.toString();
    }

    private static String codes(List<KnownZone> zones) {
        List<String> codes = zones.stream().map(known -> known.zone().code()).toList();
        return String.join(", ", codes.subList(0, codes.size() - 1)) + " or " + codes.getLast();
    }

    /// No zone's name is longer.
    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }
}
