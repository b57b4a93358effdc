package io.connections.domain.visitor;

import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.profile.Identifier;
import java.time.Instant;

/// Who a browser says its visitor is.
///
/// @param proven by somebody who has the channel's key; else it is a claim, which can only take
///     away
/// @param grantsSince what was granted before may have been granted by somebody else at that
///     browser
public record Identity(Identifier identifier, boolean proven, Instant grantsSince) {
    /// Whether what the visitor said holds for that person too. A refusal always does.
    public boolean carries(ConsentStatement statement) {
        return statement.answer() == Answer.REFUSED || said(statement);
    }

    /// Whether it was provably they who said it.
    public boolean said(ConsentStatement statement) {
        return proven && !statement.at().isBefore(grantsSince);
    }

    /// The same, of whom nothing counts that was granted before.
    Identity since(Instant at) {
        return new Identity(identifier, proven, at.isAfter(grantsSince) ? at : grantsSince);
    }

    /// The same, named once more.
    Identity again(Identity now) {
        return new Identity(identifier, proven || now.proven, grantsSince);
    }
}
