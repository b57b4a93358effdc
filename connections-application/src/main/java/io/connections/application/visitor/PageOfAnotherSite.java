package io.connections.application.visitor;

import io.connections.domain.kernel.Denied;

/// A page spoke for a channel that is not its own.
public final class PageOfAnotherSite extends Denied {
    public PageOfAnotherSite() {
        super(
                "This page is none of the channel's. Its host has to be the channel's hostname or one"
                        + " of its aliases, to the letter.");
    }

    @Override
    public String code() {
        return "page-of-another-site";
    }
}
