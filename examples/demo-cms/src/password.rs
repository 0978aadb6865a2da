//! Passwords: hashed with Argon2id, never kept.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};

/// What hashing one password costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cost {
    /// 19 MiB and two passes.
    #[default]
    Full,
    /// As little as possible, for tests.
    Test,
}

/// Hashes passwords and compares them.
pub(crate) struct Passwords {
    argon2: Argon2<'static>,
    /// Compared with when there is no such account, so that the answer takes as long.
    stand_in: String,
}

impl std::fmt::Debug for Passwords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Passwords").finish_non_exhaustive()
    }
}

impl Passwords {
    pub fn new(cost: Cost) -> anyhow::Result<Self> {
        let params = match cost {
            Cost::Full => Params::DEFAULT,
            Cost::Test => Params::new(Params::MIN_M_COST, 1, 1, None).map_err(anyhow::Error::msg)?,
        };
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let mut passwords = Passwords { argon2, stand_in: String::new() };
        passwords.stand_in = passwords.hash(&crate::session::random_text(12)?)?;
        Ok(passwords)
    }

    pub fn hash(&self, password: &str) -> anyhow::Result<String> {
        let hash = self.argon2.hash_password(password.as_bytes()).map_err(anyhow::Error::msg)?;
        Ok(hash.to_string())
    }

    pub fn fits(&self, password: &str, hash: &str) -> bool {
        PasswordHash::new(hash)
            .is_ok_and(|hash| self.argon2.verify_password(password.as_bytes(), &hash).is_ok())
    }

    /// Takes as long as a comparison and never fits.
    pub fn fits_nobody(&self, password: &str) {
        let _ = self.fits(password, &self.stand_in);
    }
}
