package vn.soto.query.event;

import java.time.LocalDate;
import java.util.Map;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCode;

/** Knows what the services are called that records of help name by their codes. */
@FunctionalInterface
public interface ServiceNames {

    /**
     * The services of all catalogues known at a commit, each by the last catalogue in force by a day. A service found
     * only in a later or a withdrawn catalogue is as that one has it.
     */
    Map<ServiceCode, Service> namedOn(LocalDate day, long asOf);
}
