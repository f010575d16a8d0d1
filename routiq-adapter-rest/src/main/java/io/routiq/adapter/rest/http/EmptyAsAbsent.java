package io.routiq.adapter.rest.http;

import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Forms send empty parameters for what nobody filled in: they count as absent, and blanks around a value as nothing. */
@ControllerAdvice
final class EmptyAsAbsent {

    @InitBinder
    void trim(WebDataBinder binder) {
        boolean ofParameters = binder.getTargetType() != null;
        if (ofParameters) {
            // Records are complete once they are made; looking for more, Spring fails at names such as limit[x].
            binder.setDeclarativeBinding(true);
            binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
        }
    }
}
