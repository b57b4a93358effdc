package io.connections.api.discovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.application.discovery.ProposeConnections.Proposed;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.discovery.Advice;
import io.connections.domain.discovery.Credential;
import io.connections.domain.discovery.Proposal;
import io.connections.domain.discovery.Reason;
import io.connections.domain.discovery.Wish;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param proposals the best first
/// @param withoutType the systems that no connection type is made for yet, by name
/// @param unmet what none of the proposals does, though it is wished
@Schema(name = "DiscoveryAdvice")
public record AdviceResponse(
        List<ProposalResponse> proposals, List<String> withoutType, List<ReasonResponse> unmet) {
    static AdviceResponse of(Proposed proposed) {
        Advice advice = proposed.advice();
        return new AdviceResponse(
                advice.proposals().stream()
                        .map(
                                proposal ->
                                        ProposalResponse.of(
                                                proposal,
                                                proposed.installations()
                                                        .containsKey(proposal.type().id())))
                        .toList(),
                advice.withoutType(),
                ReasonResponse.of(advice.unmet()));
    }

    /// @param installed whether connections can be made of the type without installing it first
    /// @param fits whether it does at least one thing that is wished
    /// @param universal whether it serves systems that have no type of their own
    /// @param connections those that could be made of it, one a system
    /// @param can all that connections of it do, wished or not
    /// @param gaps what of the wishes it does not do yet
    /// @param credentials what to have at hand for each of the connections
    @Schema(name = "DiscoveryProposal")
    public record ProposalResponse(
            String typeId,
            String name,
            String vendor,
            String summary,
            String logo,
            ConnectionType.Direction direction,
            ConnectionType.Mode mode,
            boolean installed,
            boolean fits,
            boolean universal,
            List<Suggested> connections,
            List<Wish> can,
            List<ReasonResponse> reasons,
            List<ReasonResponse> gaps,
            List<CredentialResponse> credentials) {
        static ProposalResponse of(Proposal proposal, boolean installed) {
            ConnectionType type = proposal.type();
            return new ProposalResponse(
                    type.id().value(),
                    type.name(),
                    type.vendor(),
                    type.summary(),
                    type.logo(),
                    type.direction(),
                    type.mode(),
                    installed,
                    proposal.fits(),
                    proposal.universal(),
                    proposal.connections().stream()
                            .map(each -> new Suggested(each.system(), each.name()))
                            .toList(),
                    proposal.can().stream().sorted().toList(),
                    ReasonResponse.of(proposal.reasons()),
                    ReasonResponse.of(proposal.gaps()),
                    proposal.credentials().stream().map(CredentialResponse::of).toList());
        }
    }

    /// @param system what it would be for, by name
    /// @param name what it could be called
    @Schema(name = "SuggestedConnection")
    public record Suggested(String system, String name) {}

    /// @param message a sentence about the type
    @Schema(name = "DiscoveryReason")
    public record ReasonResponse(Reason.Verdict kind, String message) {
        static List<ReasonResponse> of(List<Reason> reasons) {
            return reasons.stream()
                    .map(reason -> new ReasonResponse(reason.kind(), reason.message()))
                    .toList();
        }
    }

    /// @param when in which case it is asked for, in words; absent: in any
    @Schema(name = "DiscoveryCredential")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CredentialResponse(
            String label, String help, boolean secret, boolean required, @Nullable String when) {
        static CredentialResponse of(Credential credential) {
            return new CredentialResponse(
                    credential.label(),
                    credential.help(),
                    credential.secret(),
                    credential.required(),
                    credential.when().orElse(null));
        }
    }
}
