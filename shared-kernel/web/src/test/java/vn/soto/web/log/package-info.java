/** Tests of the logs of a process. */
@NullMarked
package vn.soto.web.log;

import org.jspecify.annotations.NullMarked;
