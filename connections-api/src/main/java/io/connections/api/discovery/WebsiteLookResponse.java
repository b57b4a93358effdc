package io.connections.api.discovery;

import io.connections.application.discovery.LookAtWebsite;
import io.connections.domain.discovery.Finding;
import io.connections.domain.discovery.Sighting;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param address where the page was found in the end, without what follows `?`
/// @param looked how many addresses the page names
/// @param findings by name of the system
@Schema(name = "WebsiteLook")
public record WebsiteLookResponse(String address, int looked, List<FindingResponse> findings) {
    static WebsiteLookResponse of(LookAtWebsite.Look look) {
        return new WebsiteLookResponse(
                look.address(),
                look.looked(),
                look.findings().stream().map(FindingResponse::of).toList());
    }

    @Schema(name = "WebsiteFinding")
    public record FindingResponse(KnownSystemResponse system, List<Evidence> evidence) {
        static FindingResponse of(Finding finding) {
            return new FindingResponse(
                    KnownSystemResponse.of(finding.system()),
                    finding.evidence().stream().map(Evidence::of).toList());
        }
    }

    /// @param message what the page does, a sentence with the address
    @Schema(name = "WebsiteEvidence")
    public record Evidence(Sighting.Place place, String address, String message) {
        static Evidence of(Sighting sighting) {
            return new Evidence(sighting.place(), sighting.address().shown(), sighting.words());
        }
    }
}
