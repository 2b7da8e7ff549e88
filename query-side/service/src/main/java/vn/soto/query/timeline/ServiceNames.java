package vn.soto.query.timeline;

import java.time.LocalDate;
import java.util.Map;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCode;

/** Knows what the services are called that records of help name by their codes. */
@FunctionalInterface
public interface ServiceNames {

    /**
     * The services of all catalogues known at a commit, each as the last of those that have begun by a day has it; one that only a later
     * or a withdrawn catalogue has, as that one has it.
     */
    Map<ServiceCode, Service> namedOn(LocalDate day, long asOf);
}
