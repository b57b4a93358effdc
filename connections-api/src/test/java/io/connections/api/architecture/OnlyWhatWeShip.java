package io.connections.api.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/// Neither tests nor what they share: in a reactor build other modules' tests are folders, in a
/// packaged one they are jars.
public final class OnlyWhatWeShip implements ImportOption {
    @Override
    public boolean includes(Location location) {
        return new DoNotIncludeTests().includes(location) && !location.contains("-tests.jar");
    }
}
