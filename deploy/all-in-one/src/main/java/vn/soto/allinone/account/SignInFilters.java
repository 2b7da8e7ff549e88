package vn.soto.allinone.account;

import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.WebFilter;
import vn.soto.edge.session.SessionFilter;

/** The filters of the security chain that sign local accounts in. */
public final class SignInFilters {

    private final SessionFilter sessions;
    private final BasicSignIn basic;
    private final UnfinishedSignIn unfinished;

    SignInFilters(SessionFilter sessions, BasicSignIn basic, UnfinishedSignIn unfinished) {
        this.sessions = sessions;
        this.basic = basic;
        this.unfinished = unfinished;
    }

    /** Signs in by the cookie of a session. */
    public WebFilter bySession() {
        return sessions;
    }

    /** Signs in by name and password with every request. */
    public WebFilter byPassword(ServerAuthenticationEntryPoint unauthorized) {
        return basic.filter(unauthorized);
    }

    /** Keeps accounts to what they have to do first. */
    public WebFilter unfinished() {
        return unfinished;
    }
}
