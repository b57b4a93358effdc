package io.connections.adapters.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.connections.application.goal.port.TextTools.Compiled;
import io.connections.domain.goal.PhoneFormat;
import java.util.Locale;
import java.util.Optional;

/// Phone numbers by libphonenumber, which knows every country's rules.
record LibPhoneFormat(String region) implements PhoneFormat {
    static Compiled<PhoneFormat> of(String region) {
        return known(region)
                .<Compiled<PhoneFormat>>map(
                        known -> new Compiled.Ready<>(new LibPhoneFormat(known)))
                .orElseGet(
                        () ->
                                new Compiled.Faulty<>(
                                        "\"%s\" is no region. Use two letters such as NL, GB or US."
                                                .formatted(region)));
    }

    static Optional<String> known(String region) {
        String known = region.strip().toUpperCase(Locale.ROOT);
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(known)
                ? Optional.of(known)
                : Optional.empty();
    }

    @Override
    public Optional<String> toE164(String text, String home) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = phones.parse(text, known(home).orElse(region));
            return phones.isPossibleNumber(number)
                    ? Optional.of(phones.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException noPhoneNumber) {
            return Optional.empty();
        }
    }
}
