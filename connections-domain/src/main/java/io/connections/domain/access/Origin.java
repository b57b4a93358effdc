package io.connections.domain.access;

/// From where somebody asks.
///
/// @param address of the network, as the request came in; empty where there is none
/// @param client what the browser or program says of itself; empty where it says nothing
public record Origin(String address, String client) {
    public static final Origin NOWHERE = new Origin("", "");
    private static final int MAX_CLIENT = 200;

    public Origin {
        client = client.length() <= MAX_CLIENT ? client : client.substring(0, MAX_CLIENT);
    }
}
