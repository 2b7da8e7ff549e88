package vn.soto.edge.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;

/**
 * The content of a session cookie. It is a snapshot of the account at the sign-in: whatever changes one of these raises
 * the epoch.
 *
 * @param id          random, the same in every renewal
 * @param account     name of the principal, as commits have it
 * @param epoch       the account's epoch when it signed in
 * @param authorities authorities asserted by the sign-in, such as {@code ROLE_OFFICER}
 * @param signedIn    when the person showed a password, a PIN or a code; the same in every renewal
 * @param issued      when this cookie was made
 * @param proven      when the person showed the password, or signed in at the issuer; long ago if never
 */
public record Session(
        String id,
        String account,
        long epoch,
        Set<String> authorities,
        Instant signedIn,
        Instant issued,
        Instant proven) {

    public Session {
        authorities = Set.copyOf(authorities);
        // As exact as a cookie.
        signedIn = signedIn.truncatedTo(ChronoUnit.SECONDS);
        issued = issued.truncatedTo(ChronoUnit.SECONDS);
        proven = proven.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A session that begins now, with the password. */
    static Session begin(String id, String account, long epoch, Set<String> authorities, Instant now) {
        return new Session(id, account, epoch, authorities, now, now, now);
    }

    Session provenAt(Instant time) {
        return new Session(id, account, epoch, authorities, signedIn, issued, time);
    }

    Session renewed(Instant now) {
        return new Session(id, account, epoch, authorities, signedIn, now, proven);
    }

    /** In one order, so that equal sessions have equal cookies. */
    TreeSet<String> sortedAuthorities() {
        return new TreeSet<>(authorities);
    }
}
