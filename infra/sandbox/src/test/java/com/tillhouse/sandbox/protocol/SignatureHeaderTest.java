package com.tillhouse.sandbox.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureHeaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "algorithm=RSA256,keyVersion=2,signature=a%2Bb%3D",
                "algorithm=RSA256, keyVersion=2, signature=a%2Bb%3D",
                " signature = a%2Bb%3D , keyversion=2 ,Algorithm=rsa256"
            })
    void readsSpacesAndAnyOrder(String text) {
        assertThat(SignatureHeader.parse(text)).isEqualTo(new SignatureHeader(2, "a+b="));
    }

    @Test
    void writesTheOrderTheSdkReads() {
        assertThat(new SignatureHeader(3, "a+b/c=").format())
                .isEqualTo("algorithm=RSA256,keyVersion=3,signature=a%2Bb%2Fc%3D");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "algorithm=RSA256,keyVersion=1",
                "algorithm=HMAC,signature=abc",
                "keyVersion=one,signature=abc",
                "signature=%zz"
            })
    void refusesWhatItCannotRead(String text) {
        assertThatThrownBy(() -> SignatureHeader.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("signature header");
    }
}
