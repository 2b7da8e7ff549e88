package vn.soto.page;

import org.springframework.web.server.WebHandler;

/** The page on which everybody finds a printed sheet by its code, without an account. */
public interface OpenVerify extends WebHandler {

    /** Whether this installation has it. */
    boolean isOpen();
}
