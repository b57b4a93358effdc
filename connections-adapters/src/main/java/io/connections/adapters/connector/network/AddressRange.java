package io.connections.adapters.connector.network;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// A block of addresses: `10.0.0.0/8`, `fd00::/8`, or one address.
record AddressRange(InetAddress base, int bits) {
    static AddressRange of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        InetAddress base = literal(address);
        int all = base.getAddress().length * 8;
        int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("“%s” is no range of addresses".formatted(text));
        }
        return new AddressRange(base, bits);
    }

    /// Never asks a name server.
    private static InetAddress literal(String address) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "“%s” is no address: write ranges as 10.0.0.0/8".formatted(address), e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] other = plain(address).getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit & 7);
            if (((mine[bit >> 3] ^ other[bit >> 3]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /// An IPv4 address stays one when it is written as IPv6: mapped (`::ffff:0:0/96`), compatible
    /// (`::/96`), translated (`64:ff9b::/96`, `::ffff:0:0:0/96`) or through 6to4 (`2002::/16`).
    static InetAddress plain(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return address;
        }
        int at = -1;
        if (bytes[0] == 0x20 && bytes[1] == 0x02) {
            at = 2;
        } else if (startsWith(bytes, 0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0)
                || startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF)
                || startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0)
                || isCompatible(bytes)) {
            at = 12;
        }
        if (at < 0) {
            return address;
        }
        try {
            return InetAddress.getByAddress(
                    new byte[] {bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /// `::` and `::1` are addresses of IPv6 itself.
    private static boolean isCompatible(byte[] bytes) {
        return startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
                && (bytes[12] != 0 || bytes[13] != 0);
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
