package vn.soto.contracts.access;

import vn.soto.contracts.shared.Id;

/** Id of a device on which commands are entered. The device generates it; it is never a hardware number. */
public record DeviceId(String value) implements Id {

    public DeviceId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
