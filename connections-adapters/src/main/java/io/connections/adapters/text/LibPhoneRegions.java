package io.connections.adapters.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.connections.domain.goal.PhoneFormat;
import io.connections.domain.goal.PhoneRegions;
import java.util.Optional;

/// [PhoneRegions] by libphonenumber.
final class LibPhoneRegions implements PhoneRegions {
    private static final String NO_HOME = "ZZ";

    @Override
    public Optional<PhoneFormat> formatOf(String region) {
        return LibPhoneFormat.known(region).map(LibPhoneFormat::new);
    }

    @Override
    public Optional<String> regionOf(String text) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = phones.parse(text, NO_HOME);
            return Optional.ofNullable(phones.getRegionCodeForNumber(number));
        } catch (NumberParseException noPhoneNumber) {
            return Optional.empty();
        }
    }
}
