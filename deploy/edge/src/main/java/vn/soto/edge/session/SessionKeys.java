package vn.soto.edge.session;

import java.util.Optional;

/** The keys that sign sessions; those of before stay accepted until no session of theirs can be left. */
public interface SessionKeys {

    /** The key that signs now. */
    SessionKey signing();

    /** The key with this id, if its sessions are still accepted. */
    Optional<SessionKey> find(String id);
}
