package vn.soto.web;

import java.time.Instant;
import java.util.List;

/**
 * How much waits on the devices of accounts, as each told it at its last contact; the process's sign-in keeps it. It is no
 * fact of the ledger: a later contact replaces it. Safe for any number of threads; blocking.
 */
public interface DeviceContacts {

    /** Devices of an account that are remembered. */
    int MOST = 20;

    /**
     * @param device  as it calls itself
     * @param waiting items that it has not handed over
     * @param at      time of the contact, in milliseconds
     */
    record Contact(String device, int waiting, Instant at) {}

    /**
     * Remembers the contact in the place of the device's last one; of more than {@value #MOST} the one that was silent longest
     * is forgotten. A contact that cannot be kept now is told again with the next.
     */
    void tell(String account, Contact contact);

    /** The last contact of each device of the account, the latest first. */
    List<Contact> of(String account);
}
