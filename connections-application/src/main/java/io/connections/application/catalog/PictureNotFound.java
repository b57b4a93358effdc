package io.connections.application.catalog;

import io.connections.domain.kernel.NotFound;

/// No guide has such a picture.
public final class PictureNotFound extends NotFound {
    public PictureNotFound(String name) {
        super("No setup guide has a picture '%s'.".formatted(name));
    }

    @Override
    public String code() {
        return "picture-not-found";
    }
}
