package vn.soto.page;

import java.util.List;
import org.springframework.web.server.WebHandler;

/** A handler of its own addresses, before those of the endpoints. */
public interface PlacedHandler extends WebHandler {

    /** Patterns of the addresses. */
    List<String> addresses();
}
