/** Seals personal data of requests, and destroys the keys of erased subjects. */
@NullMarked
package vn.soto.command.privacy;

import org.jspecify.annotations.NullMarked;
