package io.connections.domain.connection;

import io.connections.domain.kernel.Denied;
import java.util.List;

/// The connection's edit rights leave the actor out.
public final class EditingReserved extends Denied {
    EditingReserved(EditRights rights) {
        super(
                "Only %s may change this connection. Ask one of them, or save it as another connection."
                        .formatted(listed(rights.who())));
    }

    @Override
    public String code() {
        return "editing-reserved";
    }

    private static String listed(List<String> who) {
        return who.size() == 1
                ? who.getFirst()
                : String.join(", ", who.subList(0, who.size() - 1)) + " and " + who.getLast();
    }
}
