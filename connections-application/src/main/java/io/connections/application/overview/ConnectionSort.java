package io.connections.application.overview;

/// By what the list is sorted; what is equal there is by name.
public record ConnectionSort(By by, boolean descending) {
    public static final ConnectionSort BY_NAME = new ConnectionSort(By.NAME, false);

    public enum By {
        NAME,
        TYPE,
        /// As [ConnectionStatus] lists them.
        STATUS,
        /// Off before on.
        ON,
        /// What has never run before what ran longest ago.
        LAST_RUN,
        CREATED,
        MODIFIED,
        /// Others before those that the actor has starred.
        FAVORITE,
        /// As [Attention] lists them, of each the newest first, then those that need nobody.
        ATTENTION
    }
}
