//! What the site keeps of entries as citizens read them, and what it shows without.

use std::net::TcpListener;

use anyhow::{Result, ensure};

use super::WordPress;

impl WordPress {
    /// The entry of a post by the shortcode, in the language of this locale.
    ///
    /// # Errors
    /// The plugin fails.
    pub fn by_shortcode(&self, post: u64, locale: &str) -> Result<String> {
        self.run_php(&format!(
            "add_filter('locale', static fn() => '{locale}');
            echo do_shortcode('[gongkai_entry id={post}]');"
        ))
    }

    /// Removes what is kept.
    ///
    /// # Errors
    /// Nothing is kept.
    pub fn forget_readings(&self) -> Result<()> {
        self.for_each_reading("delete_transient($name)")
    }

    /// Takes all elements out of what is kept, as if an earlier version knew none.
    ///
    /// # Errors
    /// Nothing is kept.
    pub fn spoil_readings(&self) -> Result<()> {
        self.for_each_reading(
            "set_transient($name, array_merge(get_transient($name), array('elements' => array())))",
        )
    }

    fn for_each_reading(&self, expression: &str) -> Result<()> {
        let done = self.run_php(&format!(
            "$names = $wpdb->get_col(\"SELECT option_name FROM $wpdb->options WHERE option_name LIKE '_transient_gongkai_reading_%'\");
            foreach ($names as $name) {{
                $name = substr($name, strlen('_transient_'));
                echo (int) {expression};
            }}"
        ))?;
        ensure!(done.contains('1'), "nothing is kept");
        Ok(())
    }

    /// How many seconds a page with several entries waits for a sidecar that takes calls and says nothing.
    ///
    /// # Errors
    /// The plugin fails, or has readings all the same.
    pub fn seconds_in_vain(&self) -> Result<u64> {
        let silent = TcpListener::bind("127.0.0.1:0")?;
        let waited = self.run_php(&format!(
            r#"add_filter('option_gongkai', static fn($all) => array_merge($all, array('sidecar' => 'http://{}')));
            $start = microtime(true);
            $readings = array_map(Gongkai\Reading::of(...), array('{{"a":1}}', '{{"a":2}}', '{{"a":3}}'));
            echo array_filter($readings) ? 'read' : floor(microtime(true) - $start);"#,
            silent.local_addr()?
        ))?;
        Ok(waited.parse()?)
    }
}
