package io.connections.adapters.text;

import io.connections.application.goal.port.TextTools;
import io.connections.domain.goal.Formula;
import io.connections.domain.goal.PhoneFormat;
import io.connections.domain.goal.PhoneRegions;
import io.connections.domain.goal.TextPattern;
import jakarta.inject.Singleton;

/// [TextTools] by the libraries of this package.
@Singleton
public final class LibraryTextTools implements TextTools {
    @Override
    public Compiled<TextPattern> pattern(String source) {
        return Re2Pattern.compile(source);
    }

    @Override
    public Compiled<PhoneFormat> phone(String region) {
        return LibPhoneFormat.of(region);
    }

    @Override
    public PhoneRegions phoneRegions() {
        return new LibPhoneRegions();
    }

    @Override
    public Compiled<Formula> formula(String source) {
        return CelFormula.compile(source);
    }
}
