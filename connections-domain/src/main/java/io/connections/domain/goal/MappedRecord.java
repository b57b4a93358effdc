package io.connections.domain.goal;

import io.connections.domain.profile.Identifier;
import java.util.BitSet;
import java.util.List;

/// What processors and types made of one record, before any profile was looked at.
public sealed interface MappedRecord {
    /// Counts from 1 within the goal's whole source.
    long number();

    /// The line of the file on which the record starts, from 1.
    long line();

    /// The record can be matched. Made by [ImportPlan#map] alone, and understood by the
    /// [ImportDecider] of the same plan.
    final class Mapped implements MappedRecord {
        private final long number;
        private final InputRecord source;
        private final List<List<String>> incoming;
        private final BitSet leftOut;
        private final List<Identifier> identifiers;
        private final int claims;
        private final SaidConsent said;

        Mapped(
                long number,
                InputRecord source,
                List<List<String>> incoming,
                BitSet leftOut,
                List<Identifier> identifiers,
                int claims,
                SaidConsent said) {
            this.number = number;
            this.source = source;
            this.incoming = incoming;
            this.leftOut = leftOut;
            this.identifiers = identifiers;
            this.claims = claims;
            this.said = said;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public long line() {
            return source.line();
        }

        /// Every identifier the record names, each once: what has to be looked up for it.
        public List<Identifier> identifiers() {
            return identifiers;
        }

        /// How many of the identifiers, from the first, the record gives to its profile. The others
        /// it only names, to take them away.
        int claims() {
            return claims;
        }

        /// What the record says of its person's consent.
        SaidConsent said() {
            return said;
        }

        /// The normalised values for a mapping row.
        List<String> incoming(int row) {
            return incoming.get(row);
        }

        /// Whether a bad value of the row was left out.
        boolean leftOut(int row) {
            return leftOut.get(row);
        }

        /// The rows of which a bad value was left out.
        BitSet leftOutRows() {
            return leftOut;
        }

        /// The same record, rejected.
        public Rejected rejected(String code, String message) {
            return rejected(code, message, Place.NONE);
        }

        Rejected rejected(String code, String message, Place place) {
            return new Rejected(number, line(), code, message, place, source.raw());
        }
    }

    /// A filter of the mapping does not want the record.
    record Filtered(long number, long line) implements MappedRecord {}

    /// The record cannot be imported; it can be mended and replayed. Also what the engine makes of
    /// a place in the source where no record could be read.
    ///
    /// @param code stable, in kebab case: `bad-value`, `consent-unclear`, `no-identifier`,
    ///     `several-identifiers`, `several-profiles`, `identifier-taken`, `sum-impossible`, or the
    ///     source's own
    /// @param message names field and value, and says what is wrong
    /// @param raw the record's text as it stands in the source
    record Rejected(long number, long line, String code, String message, Place place, String raw)
            implements MappedRecord {
        /// The whole record is to blame.
        public Rejected(long number, long line, String code, String message, String raw) {
            this(number, line, code, message, Place.NONE, raw);
        }
    }

    /// Where the reason of a rejection stands, both cut to what a person can take in at a glance.
    ///
    /// @param field of the source; "" where no single field is to blame, or the value is of none
    /// @param value of the field, or what its processors made of it; "" where no value is to blame
    record Place(String field, String value) {
        public static final Place NONE = new Place("", "");

        private static final int CUT = 200;

        public Place {
            field = PlannedRow.shown(field, CUT);
            value = PlannedRow.shown(value, CUT);
        }
    }
}
