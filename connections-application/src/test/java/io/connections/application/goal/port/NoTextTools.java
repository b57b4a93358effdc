package io.connections.application.goal.port;

import io.connections.domain.goal.Formula;
import io.connections.domain.goal.PhoneFormat;
import io.connections.domain.goal.PhoneRegions;
import io.connections.domain.goal.TextPattern;
import java.util.Optional;

/// Compiles nothing and knows no country: enough where nobody writes patterns.
public final class NoTextTools implements TextTools {
    @Override
    public Compiled<TextPattern> pattern(String source) {
        return new Compiled.Faulty<>("No patterns here.");
    }

    @Override
    public Compiled<PhoneFormat> phone(String region) {
        return new Compiled.Faulty<>("No regions here.");
    }

    @Override
    public Compiled<Formula> formula(String source) {
        return new Compiled.Faulty<>("No formulas here.");
    }

    @Override
    public PhoneRegions phoneRegions() {
        return new PhoneRegions() {
            @Override
            public Optional<PhoneFormat> formatOf(String region) {
                return Optional.empty();
            }

            @Override
            public Optional<String> regionOf(String number) {
                return Optional.empty();
            }
        };
    }
}
