package io.connections.application.consent;

import io.connections.domain.kernel.Stale;

/// Somebody saved the privacy settings since the version that this change was made from.
public final class PrivacySettingsChanged extends Stale {
    private final transient PrivacySettingsView current;

    PrivacySettingsChanged(PrivacySettingsView current) {
        super(
                "%s saved the privacy settings meanwhile. Look at what changed, then save again."
                        .formatted(
                                current.saved()
                                        .saved()
                                        .map(SavedPrivacySettings.Saved::by)
                                        .orElse("Somebody")));
        this.current = current;
    }

    /// What stands now.
    public PrivacySettingsView current() {
        return current;
    }

    @Override
    public String code() {
        return "privacy-settings-changed";
    }
}
