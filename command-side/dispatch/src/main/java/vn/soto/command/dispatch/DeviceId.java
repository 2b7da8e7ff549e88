package vn.soto.command.dispatch;

import vn.soto.contracts.shared.Id;

/** A device on which commands are entered, under a name it made for itself; never a number printed on it. */
public record DeviceId(String value) implements Id {

    public DeviceId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
