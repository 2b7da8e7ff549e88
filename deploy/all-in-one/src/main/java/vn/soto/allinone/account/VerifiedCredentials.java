package vn.soto.allinone.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.soto.contracts.access.AccountId;
import vn.soto.edge.session.SessionCodec;

/**
 * Credentials that were right a while ago, so that a machine that sends them with every request does not cost an Argon2 hash each
 * time. They are kept as a keyed hash; the key is this process's own and is never stored. An entry counts as long as the account's
 * epoch stands, and for as long as a session at most.
 */
final class VerifiedCredentials {

    static final Duration LIFE = SessionCodec.LIFE;
    static final int MOST = 1_000;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;

    private final Map<String, Verified> entries = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > MOST;
        }
    };

    private record Verified(AccountId account, long epoch, Instant until) {}

    VerifiedCredentials(Clock clock) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, ALGORITHM);
        this.clock = clock;
    }

    /** The account these credentials were right for, as it stands now; empty if it has changed since. */
    Optional<LocalAccount> find(String login, String password, AccountStore accounts) {
        Verified entry;
        synchronized (entries) {
            entry = entries.get(keyed(login, password));
        }
        return entry == null || !clock.instant().isBefore(entry.until)
                ? Optional.empty()
                : accounts.find(entry.account).filter(account -> account.epoch() == entry.epoch && !account.locked());
    }

    void put(String login, String password, LocalAccount account) {
        Verified entry =
                new Verified(account.id(), account.epoch(), clock.instant().plus(LIFE));
        synchronized (entries) {
            entries.put(keyed(login, password), entry);
        }
    }

    int size() {
        synchronized (entries) {
            return entries.size();
        }
    }

    /** The length of the name goes before it: no two pairs have one text. */
    private String keyed(String login, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            String text = login.length() + " " + login + password;
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
